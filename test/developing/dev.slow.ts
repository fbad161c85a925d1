import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { developSite } from '../../scripts/developing/develop-site.ts'
import { findBrowser } from '../site/browser.ts'

const found = await findBrowser()
const root = mkdtempSync(join(tmpdir(), 'dev-'))
const stop = new AbortController()
const said: string[] = []
const complained: string[] = []
let running: Promise<void>
let address = ''

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../../content'), join(root, 'content'), { recursive: true })
  address = await new Promise<string>((resolve, reject) => {
    const tell = (line: string) => {
      said.push(line)
      const [found] = /http:\S+/.exec(line) ?? []
      if (found !== undefined) resolve(found)
    }
    running = developSite({
      root,
      port: 0,
      signal: stop.signal,
      tell,
      complain: (line) => complained.push(line),
    })
    running.catch(reject)
  })
})

afterAll(async () => {
  stop.abort()
  await running
  await found?.close()
  rmSync(root, { recursive: true })
})

const waiting = { timeout: 30_000 }
const settings = join(root, 'content/site.yaml')
const setTitle = (title: string) => {
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^title: .*/m, `title: ${title}`))
}
const titleNow = async () => /<title>([^<]*)/.exec(await (await fetch(address)).text())?.[1]

test('an edit is built', async () => {
  setTitle('Edited once')
  await expect.poll(titleNow, waiting).toBe('Edited once')
})

test('what cannot be built is said, and the site stays', async () => {
  const before = readFileSync(settings, 'utf8')
  appendFileSync(settings, 'language: xx\n')
  await expect.poll(() => complained.join('\n'), waiting).toContain('content/site.yaml:')
  expect(await titleNow()).toBe('Edited once')
  writeFileSync(settings, before)
})

test('a change of code is built too', async () => {
  const builds = () => said.filter((line) => line.startsWith('dist/')).length
  const before = builds()
  mkdirSync(join(root, 'templates'), { recursive: true })
  writeFileSync(join(root, 'templates/new.11ty.ts'), '')
  await expect.poll(builds, waiting).toBeGreaterThan(before)
})

test.skipIf(!found)('an open page reloads (skipped where no browser runs)', async () => {
  const page = await found?.newPage()
  await page?.goto(address)
  setTitle('Edited twice')
  await expect.poll(() => page?.title(), waiting).toBe('Edited twice')
  await page?.close()
})

test('the files themselves have no script', () => {
  expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).not.toContain('<script')
})
