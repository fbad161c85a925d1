import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { scratch } from '../commands/command.ts'

/** The run of all tests, with a runner that only writes down what it is asked for. */

const project = join(import.meta.dirname, '../..')
const slow = execFileSync('find', ['test', '-name', '*.slow.ts'], { cwd: project, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '')

const wanted = [...slow, 'test/new/later.slow.ts'].filter((file) => !file.endsWith('/kill.slow.ts'))

const runner = `#!/bin/sh
case "$*" in 'ci '*) exit 0;; esac
echo "$*" >>asked
mkdir -p .cache
echo '{ "testResults": [], "numPassedTests": 1, "numFailedTests": 0 }' >.cache/test-report.json
case "$*" in *money*) exit "\${MONEY:-0}";; esac
`

let root = ''
let remove = () => {}
beforeEach(() => {
  const tests = [...slow, 'test/new/later.slow.ts'].map((file) => [file, ''] as const)
  const programs = { 'bin/npm': runner, 'bin/npx': runner, 'bin/id': '#!/bin/sh\necho 1000\n' }
  ;({ root, remove } = scratch({ ...Object.fromEntries(tests), ...programs }))
  for (const name of Object.keys(programs)) chmodSync(join(root, name), 0o755)
  mkdirSync(join(root, '.ci'))
  copyFileSync(join(project, '.ci/run'), join(root, '.ci/run'))
})
afterEach(() => remove())

function run(env: Readonly<Record<string, string>> = {}) {
  const ran = spawnSync('bash', ['.ci/run'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env, PATH: `${join(root, 'bin')}:${process.env.PATH}` },
  })
  const asked = readFileSync(join(root, 'asked'), 'utf8').trim().split('\n')
  return { code: ran.status, said: ran.stdout, asked: asked.map((words) => words.split(' ').at(-1)) }
}

test('every slow test is run once but the one that kills, and one that nobody put in order comes last', () => {
  const { code, said, asked } = run()
  expect(asked.toSorted()).toEqual(['test', ...wanted].toSorted())
  expect([asked[0], asked.at(-1)]).toEqual(['test', 'test/new/later.slow.ts'])
  expect(said.trim()).toBe(`${wanted.length + 1} passed, 0 failed`)
  expect(code).toBe(0)
})

test('after one that fails the others are told as not run', () => {
  const { code, said, asked } = run({ MONEY: '1' })
  expect(asked.at(-1)).toBe('test/fetching/money.slow.ts')
  const left = said.split('\n').filter((line) => line.startsWith('not run: test/'))
  const ran = asked.length - 1
  expect(left).toHaveLength(wanted.length - ran)
  expect(left).toContain('not run: test/new/later.slow.ts')
  expect(code).toBe(1)
})
