import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../scripts/site/build-site.ts'
import type { Server } from '../../scripts/site/listen.ts'
import { serveFolder } from '../../scripts/site/serve.ts'
import { fixture } from './archive.ts'
import { findBrowser } from './browser.ts'
import { axeFaults, openPage } from './open-page.ts'
import { writeWall } from './wall.ts'

const found = await findBrowser()
const folder = mkdtempSync(join(tmpdir(), 'browser-'))
const output = join(folder, 'dist')
let server: Server

const kinds = [
  'index.html',
  'lgovsm/index.html',
  'lgovsm/2010-12-17/index.html',
  'lgovsm/2010-12-24/index.html',
  'lgovsm/2010-12-17/hour/index.html',
  'lgovsm/people/index.html',
  'lgovsm/people/dave/index.html',
  'lgovsm/questions/index.html',
  'lgovsm/links/index.html',
  'about/index.html',
  '404.html',
]
const session = 'lgovsm/2010-12-17/index.html'

beforeAll(async () => {
  writeWall(folder)
  await buildSite({ archive: fixture(), output, content: folder })
  server = await serveFolder(output, 0)
})

afterAll(async () => {
  await found?.close()
  await server.close()
  rmSync(folder, { recursive: true })
})

describe.skipIf(!found)('in a browser (none runs here where this is skipped)', () => {
  // 320 pixels are 1280 at 400 % zoom.
  test.each([320, 360, 1280])(
    'no page is wider than %i pixels, asks another host or complains',
    async (width) => {
      const { page, asked, complaints, close } = await open({ viewport: { width, height: 800 } })
      for (const kind of kinds) {
        await page.goto(server.address + kind)
        expect([kind, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([kind, width])
      }
      expect(asked.filter((url) => !url.startsWith(server.address))).toEqual([])
      expect(complaints).toEqual([])
      await close()
    },
  )

  test('with scripts off an anchor lands on its post, and a reply leads to what it answers', async () => {
    const { page, close } = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 500 } })
    await page.goto(`${server.address}${session}#133100`)
    expect((await page.locator('[id="133100"]').boundingBox())?.y).toBeLessThan(400)
    await page.getByRole('link', { name: 'ann, 13:05' }).click()
    expect(page.url()).toMatch(/#130500$/)
    const answered = page.locator('[id="130500"]')
    const top = async () => (await answered.boundingBox())?.y ?? Number.NaN
    await expect.poll(top).toSatisfy((y: number) => y > -1 && y < 500)
    await close()
  })

  test('from a disk every link leads on, and the picture is shown', async () => {
    const { page, complaints, close } = await open({})
    await page.goto(pathToFileURL(join(output, 'index.html')).href)
    await page.getByRole('link', { name: 'Starting' }).click()
    expect(await page.title()).toBe('Starting · The archive')
    const picture = page.getByRole('img', { name: 'A wall of notes' })
    await picture.scrollIntoViewIfNeeded()
    expect(
      await page.evaluate('document.images[0].decode().then(() => document.images[0].naturalWidth)'),
    ).toBe(1)
    await page.getByRole('link', { name: 'The hour as it happened' }).click()
    await page.getByRole('link', { name: '13:02 @dave' }).click()
    expect(page.url()).toMatch(/2010-12-17\/index\.html#130211$/)
    expect(complaints).toEqual([])
    await close()
  })

  test.each(['light', 'dark'] as const)('axe finds nothing on any kind of page, %s', async (colorScheme) => {
    const { page, close } = await open({ colorScheme, bypassCSP: true })
    for (const kind of kinds) {
      await page.goto(server.address + kind)
      expect([kind, await axeFaults(page)]).toEqual([kind, []])
    }
    await close()
  })

  test('the keyboard comes to the posts first, then to everything in reading order', async () => {
    const { page, close } = await open({})
    await page.goto(server.address + session)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the posts' })
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the posts')
    expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(page.url()).toMatch(/#main$/)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Before the chat')
    await close()
  })

  test('nothing moves by itself, and forced colours leave every mark to the reader', async () => {
    const { page, close } = await open({ reducedMotion: 'reduce', forcedColors: 'active' })
    await page.goto(`${server.address}${session}#130500`)
    const style = await page.locator('style').textContent()
    expect(style).not.toMatch(/animation|transition|scroll-behavior|forced-color-adjust/)
    const colours = "[...document.querySelectorAll('main *')].map((e) => getComputedStyle(e).color)"
    const used = new Set(await page.evaluate<string[]>(colours))
    expect(used.size).toBeLessThanOrEqual(3)
    await close()
  })

  test('without its style a page reads from top to bottom', async () => {
    const { page, close } = await open({ bypassCSP: true })
    await page.goto(server.address + session)
    const text = await page.evaluate<string>(
      "document.querySelector('style').remove(), document.body.innerText",
    )
    const order = [
      'Starting',
      'Before the chat',
      '12:55',
      'Q1: How do we start?',
      '13:02',
      'Afterwards',
      'Q2:',
    ]
    const places = order.map((words) => text.lastIndexOf(words))
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    await close()
  })

  test('a printed page holds the words', async () => {
    const { page, close } = await open({})
    await page.goto(server.address + session)
    const pdf = await page.pdf()
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main').textContent()).toContain('Our wall')
    await close()
  })
})

const open = (options: BrowserContextOptions) => openPage(found, options)
