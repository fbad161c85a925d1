import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { loader } from '../../scripts/programs/loader.ts'

const fixture = path.join(import.meta.dirname, 'fixtures/command.ts')

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

function run(end: string, interruptAt?: string): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', loader, fixture, end], {
    env: { ...process.env, X_BEARER_TOKEN: 's3cr3t-t0ken' },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => {
    out += data
    if (interruptAt && out.includes(interruptAt) && !child.killed) child.kill('SIGINT')
  })
  child.stderr.on('data', (data) => {
    err += data
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

const begun = 'Working\n1 of 2: first\n'

test.each<[string, Ended]>([
  ['well', { code: 0, out: `${begun}Done\n`, err: '' }],
  ['problem', { code: 1, out: begun, err: 'content/x.md:3: torn [2J: mend it\n' }],
  [
    'full',
    {
      code: 1,
      out: begun,
      err: 'content/a.md: the disk is full: make room and run the command again; nothing was changed\n',
    },
  ],
  [
    '--nothing',
    {
      code: 1,
      out: '',
      err: "npm run fixture: unknown option '--nothing': npm run fixture -- --help lists what there is\n",
    },
  ],
])('a command ends: %s', async (end, expected) => {
  expect(await run(end)).toEqual(expected)
})

test('a bug keeps its stack and its cause, and nothing else of it is shown', async () => {
  const { code, err } = await run('bug')
  expect(code).toBe(1)
  expect(err).toMatch(/^TypeError: odd\n {4}at .*command\.ts[\s\S]*Caused by: Error: deep\n {4}at /)
  expect(err).not.toContain('hidden')
})

test('a token is not shown, whatever an error says', async () => {
  const { err } = await run('leak')
  expect(err).toContain('refused Bearer …')
  expect(err).not.toContain('s3cr3t')
})

test('on Ctrl-C a command may finish in good order', async () => {
  expect(await run('wait', 'first')).toEqual({ code: 0, out: `${begun}Saved.\nDone\n`, err: '' })
})

test('on Ctrl-C a command that does not finish is ended', async () => {
  expect(await run('hang', 'first')).toMatchObject({ code: 130 })
})
