import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requireSound } from '../../scripts/checking/require-sound.ts'
import { makeSite } from '../../scripts/site/make-site.ts'

const root = mkdtempSync(join(tmpdir(), 'sound-'))
afterAll(() => rmSync(root, { recursive: true }))
const file = join(root, 'content/lgovsm/2010-12-17/q2.md')
let complaints: string[] = []

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../../content'), join(root, 'content'), { recursive: true })
  await makeSite(root)
})

async function check(): Promise<string> {
  complaints = []
  return await requireSound({ root, env: {}, complain: (line) => complaints.push(line) })
}

test('a site is checked again and again, and what is wrong since is found each time', async () => {
  const first = await check()
  expect(first).toMatch(/^dist\/: \d+ pages checked, nothing is wrong/)
  expect(await check()).toMatch(/^dist\/: \d+ pages checked, nothing is wrong/)

  const before = readFileSync(file, 'utf8')
  writeFileSync(file, before.replace(/^<!-- id=(\S+) /m, '<!-- id=$1 hide '))
  await expect(check()).rejects.toThrow('nothing was published')
  expect(complaints.join('\n')).toMatch(/^dist\/lgovsm\/2010-12-17\/index\.html:\d+: .*hidden or outside/m)
  await expect(check()).rejects.toThrow('nothing was published')

  await makeSite(root)
  expect(await check()).toMatch(/nothing is wrong/)
})
