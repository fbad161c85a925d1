import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { readEnv, setEnvLines, writeEnv } from '../../scripts/content/env-file.ts'

test.each([
  ['', 'T=new\n'],
  ['T=old\n', 'T=new\n'],
  ['# ours\r\nA=1\r\nT = old\r\nB=2', '# ours\nA=1\nT=new\nB=2\n'],
  ['export T=old\nTT=1\n', 'T=new\nTT=1\n'],
  ['T=older\nT=old\n', 'T=older\nT=new\n'],
  ['#T=old\n', '#T=old\nT=new\n'],
])('%j gets a value', (text, expected) => {
  expect(setEnvLines(text, { T: 'new' })).toBe(expected)
})

test.each(['AAA%2Bb/c==', 'a b', 'a#b', "it's", 'say "x"', '$HOME', 'a\\nb', '$1$&'])(
  '%j is read as it was written',
  (value) => {
    expect(parseEnv(setEnvLines('A=1\n', { T: value }))).toEqual({ A: '1', T: value })
  },
)

test('nobody else may read the file, whatever it was before', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'env-'))
  expect(readEnv(root)).toEqual({})
  writeFileSync(path.join(root, '.env'), '\ufeffA=1\r\nT=old\r\n', { mode: 0o644 })
  expect(readEnv(root)).toEqual({ A: '1', T: 'old' })
  writeEnv(root, { T: 'new' })
  expect(readEnv(root)).toEqual({ A: '1', T: 'new' })
  expect(statSync(path.join(root, '.env')).mode & 0o777).toBe(0o600)
  expect(readFileSync(path.join(root, '.env'), 'utf8').endsWith('A=1\nT=new\n')).toBe(true)
  rmSync(root, { recursive: true })
})
