import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratch } from '../commands/command.ts'
import { type Expressions, fridaySteps, runStep } from './steps.ts'

test.each(['title: x\n', '# tumblr: name-of-the-blog\n', 'tumblr:\n'])(
  'where site.yaml says %j, no mirror is run',
  (text) => {
    const { root, remove } = scratch({ 'project/content/site.yaml': text })
    expect(runStep(join(root, 'project'), 'Mirror', {})).toEqual({ code: 0, said: '' })
    remove()
  },
)

/** What the mirror's command is called with, and how the step ends where the command fails. */
function runMirror(expressions: Expressions) {
  const { root, remove } = scratch({ 'project/content/site.yaml': 'tumblr: lgovsm\n' })
  const project = join(root, 'project')
  mkdirSync(project, { recursive: true })
  const says =
    'node -e "console.log(process.argv.slice(1).join(), process.env.TUMBLR_TOKEN); process.exitCode = 1" --'
  writeFileSync(join(project, 'package.json'), JSON.stringify({ scripts: { mirror: says } }))
  const ran = runStep(project, 'Mirror', { 'secrets.TUMBLR_TOKEN': 'secret-token', ...expressions })
  remove()
  return ran
}

test('what a mirror says is shown, and its end is the end of the step', () => {
  const ran = runMirror({})
  expect(ran.code).toBe(1)
  expect(ran.said).toContain('tumblr secret-token')
})

test.each([
  [{ 'inputs.delete_many': 'true' }, 'tumblr,--yes'],
  [{ 'inputs.put_back': '2010-12-17' }, 'tumblr,2010-12-17,--again'],
  [
    { 'inputs.put_back': ' 2010-12-10 2010-12-17', 'inputs.delete_many': 'true' },
    'tumblr,2010-12-10,2010-12-17,--again,--yes',
  ],
  [{ 'inputs.delete_many': 'false', 'inputs.put_back': '' }, 'tumblr'],
])('where a person asks for %j, it is run with %s', (expressions, args) => {
  expect(runMirror(expressions).said).toContain(`\n${args} secret-token\n`)
})

const stepAt = (name: string) => fridaySteps().findIndex((one) => one.name === name)

test('what was fetched is kept before any of it is mirrored, and what was mirrored after that', () => {
  const places = ['Keep what was fetched', 'Mirror', 'Keep what was mirrored'].map(stepAt)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
})

test('where keeping failed nothing is mirrored; where mirroring failed it is kept, and holds nothing up', () => {
  const [mirror, keep] = [fridaySteps()[stepAt('Mirror')], fridaySteps()[stepAt('Keep what was mirrored')]]
  // Without a word about it, a step is run only where all before it went well.
  expect(mirror?.if).not.toMatch(/always|cancelled|failure/)
  expect(mirror).toMatchObject({ 'continue-on-error': true, 'timeout-minutes': 20 })
  expect(keep?.if).toContain("!cancelled() && steps.mirror.outcome != 'skipped'")
  expect(keep).toMatchObject({ 'continue-on-error': true })
})
