import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { readRemembered, writeRemembered } from '../../scripts/cache/remembered-file.ts'

const root = mkdtempSync(join(tmpdir(), 'remembered-'))
afterAll(() => rmSync(root, { recursive: true }))
const path = '.cache/check.json'
const text = '{"two":\n"lines"}'

beforeEach(() => writeRemembered(root, path, { key: 'a key', text }))

test('what was kept is there for the next run, and for nobody else', () => {
  expect(readRemembered(root, path, 'a key')).toBe(text)
  expect(statSync(join(root, path)).mode & 0o077).toBe(0)
})

test.each([
  ['kept under another key', () => undefined, 'another key'],
  ['longer than it was', () => appendFileSync(join(root, path), ' '), 'a key'],
  ['something else', () => writeFileSync(join(root, path), text), 'a key'],
  ['empty', () => writeFileSync(join(root, path), ''), 'a key'],
  ['gone', () => rmSync(join(root, path)), 'a key'],
])('what is %s counts as nothing', (_, spoil, key) => {
  spoil()
  expect(readRemembered(root, path, key)).toBeUndefined()
})
