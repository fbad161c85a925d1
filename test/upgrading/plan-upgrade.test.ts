import { expect, test } from 'vitest'
import { planUpgrade, type Tree, type UpgradePlan } from '../../scripts/upgrading/plan-upgrade.ts'

const nothing: UpgradePlan = { written: [], removed: [], both: [], kept: [], away: [] }

// What the host, the release they began with, and the new one have; 1 to 3 are the project's own, h is the host's.
// biome-ignore format: a table
test.each<[string, string | undefined, string | undefined, string | undefined, keyof UpgradePlan | 'nothing']>([
  ['unchanged',                                       '1', '1', '1', 'nothing'],
  ['changed by the release',                          '1', '1', '2', 'written'],
  ['changed by the release; between two before',      '3', '1', '2', 'written'],
  ['changed by the host',                             'h', '1', '1', 'kept'],
  ['changed by both',                                 'h', '1', '2', 'both'],
  ['changed by both in the same way',                 '2', '1', '2', 'nothing'],
  ['new in the release',                        undefined, undefined, '2', 'written'],
  ['new in the release, and the host has one',        'h', undefined, '2', 'both'],
  ['taken away by the release',                       '1', '1', undefined, 'removed'],
  ['taken away by the release, changed by the host',  'h', '1', undefined, 'kept'],
  ['deleted by the host',                       undefined, '1', '1', 'away'],
  ['deleted by the host, changed by the release', undefined, '1', '2', 'away'],
  ["the host's own",                                  'h', undefined, undefined, 'nothing'],
])('%s', (_, ours, base, next, verdict) => {
  const plan = (path: string) =>
    planUpgrade({ ours: tree(path, ours), base: tree(path, base), next: tree(path, next), isKnown, wasThere })
  expect(plan('scripts/x.ts')).toEqual(verdict === 'nothing' ? nothing : { ...nothing, [verdict]: ['scripts/x.ts'] })
  expect(plan('content/site.yaml')).toEqual(nothing)
  expect(plan('README.md').both).toEqual([])
})

test('without the old release, what both may have changed is a question', () => {
  const [ours, next] = [tree('a', 'h'), tree('a', '2')]
  expect(planUpgrade({ ours, base: undefined, next, isKnown, wasThere })).toEqual({ ...nothing, both: ['a'] })
})

test('without the old release, what once stood there and is gone was deleted by the host', () => {
  const next = new Map([...tree('once', '2'), ...tree('a', '2')])
  expect(planUpgrade({ ours: new Map(), base: undefined, next, isKnown, wasThere })).toEqual({
    ...nothing,
    written: ['a'],
    away: ['once'],
  })
})

function tree(path: string, entry: string | undefined): Tree {
  return new Map(entry === undefined ? [] : [[path, entry]])
}

function wasThere(path: string): boolean {
  return path === 'once'
}

function isKnown(_: string, entry: string): boolean {
  return /\d/.test(entry)
}
