import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { builtBy } from '../../scripts/site/build-key.ts'
import { cutParts } from '../../scripts/site/cut-parts.ts'
import { packSessions, unpackSessions } from '../../scripts/site/known-sessions.ts'
import type { PageTemplate } from '../../scripts/site/page-templates.ts'
import { type PlannedPage, planPages } from '../../scripts/site/plan-pages.ts'
import { siteInput } from '../../scripts/site/site-input.ts'
import { fixture } from './archive.ts'

const project = join(import.meta.dirname, '../..')

test('everything that a build runs is part of what it remembers itself by', () => {
  const seen = new Set<string>()
  const follow = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(join(project, file), 'utf8')
    for (const [, to = ''] of text.matchAll(/(?:from|import\() ?'(\.[^']+\.ts)'/g))
      follow(relative(project, join(project, dirname(file), to)).replaceAll('\\', '/'))
  }
  const templates = readdirSync(join(project, 'templates')).filter((name) => name.endsWith('.11ty.ts'))
  for (const file of ['scripts/site/build-site.ts', ...templates.map((name) => `templates/${name}`)])
    follow(file)
  expect([...seen].filter((file) => !builtBy.some((of) => file === of || file.startsWith(`${of}/`)))).toEqual(
    [],
  )
  expect(seen.size).toBeGreaterThan(80)
})

test('what is remembered of sessions comes back as it was', () => {
  const { known } = siteInput(fixture())
  const back = unpackSessions(Buffer.concat(packSessions(known)))
  const again = unpackSessions(Buffer.concat(packSessions(back)))
  expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(known)))
  expect(Object.values(known).flatMap(({ summary }) => summary.links).length).toBeGreaterThan(5)
})

test.each([
  ['few pages', 40, 3, 1],
  ['many pages', 450, 0, 3],
  ['many sessions', 0, 60, 3],
])('%s are made in parts that fit in memory', (_, pages, sessions, parts) => {
  const others = Array.from({ length: pages }, (_, index) => page({ file: `p${index}`, item: `${index}` }))
  const held = Array.from({ length: sessions }, () => siteInput(fixture()).sessions[0]).flatMap(
    (session, index) =>
      ['s', 'hour', 'text'].map((kind) => page({ file: `${kind}${index}`, item: session, session })),
  )
  const cut = cutParts([...others, ...held])
  expect(cut).toHaveLength(parts)
  expect(cut.flat()).toHaveLength(others.length + held.length)
  for (const part of cut) {
    const of = new Set(part.map(({ session }) => session).filter(Boolean))
    expect(part.filter(({ session }) => session)).toHaveLength(of.size * 3)
  }
})

const plain: PageTemplate = {
  name: 'x.11ty.ts',
  data: {
    permalink: ({ item }) => `/${item}/index.html`,
    pagination: { data: 'xs', size: 1, alias: 'item' },
  },
  render: () => '',
}
const plan = (template: PageTemplate, xs: readonly unknown[], shared = '') =>
  planPages({ templates: [template], lists: { xs }, shared })

test('a kind of page that does not say what it is made from is made each time', () => {
  expect(plan(plain, ['a', 'b']).map(({ file, from }) => [file, from])).toEqual([
    ['a/index.html', ''],
    ['b/index.html', ''],
  ])
})

test('one that does is made where that, its address or what all pages share differs', () => {
  const madeFrom: PageTemplate['madeFrom'] = ({ item }) => String(item).toUpperCase()
  const [a, b] = plan({ ...plain, madeFrom }, ['a', 'A'])
  expect(a?.from).toBe(plan({ ...plain, madeFrom }, ['a'])[0]?.from)
  expect(a?.from).not.toBe(b?.from)
  expect(a?.from).not.toBe(plan({ ...plain, madeFrom }, ['a'], 'other')[0]?.from)
  expect(a?.from).not.toBe(plan({ ...plain, madeFrom: () => 'B' }, ['a'])[0]?.from)
})

test.each([
  [
    'no such list',
    { ...plain, data: { ...plain.data, pagination: { data: 'ys', size: 1, alias: 'item' } } },
    ['a'],
    'there is no list "ys"',
  ],
  [
    'several items a page',
    { ...plain, data: { ...plain.data, pagination: { data: 'xs', size: 2, alias: 'item' } } },
    ['a'],
    'cut the list before',
  ],
  ['one address twice', plain, ['a', 'a'], 'both make a/index.html'],
])('a template with %s is refused', (_, template, items, says) => {
  expect(() => plan(template, items)).toThrow(says)
})

function page(options: Partial<PlannedPage>): PlannedPage {
  return { template: 'x', file: 'x', item: undefined, session: undefined, from: '', ...options }
}
