import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../../scripts/site/build-site.ts'
import type { Server } from '../../../scripts/site/listen.ts'
import { serveFolder } from '../../../scripts/site/serve.ts'
import { findBrowser } from '../browser.ts'
import { axeFaults, openPage } from '../open-page.ts'
import { writeWall } from '../wall.ts'
import { blogArchive, blogKinds } from './blog-site.ts'

const found = await findBrowser()
const folder = mkdtempSync(join(tmpdir(), 'blog-browser-'))
let server: Server

/** Beside the archive; and as the whole site, where every page has the blog's look. It stands where its address says. */
const pages = [
  ...blogKinds.map((file) => `plain/${file}`),
  ...[
    'index.html',
    'lgovsm/index.html',
    'lgovsm/2010-12-17/index.html',
    'lgovsm/2010-12-17/hour/index.html',
    'lgovsm/people/index.html',
    'lgovsm/people/dave/index.html',
    'lgovsm/questions/index.html',
    'about/index.html',
    '404.html',
  ].map((file) => `archive/${file}`),
]

beforeAll(async () => {
  const content = join(folder, 'content')
  mkdirSync(content)
  writeWall(content)
  for (const [name, theme] of [
    ['plain', 'plain'],
    ['archive', 'tumblr'],
  ] as const)
    await buildSite({ archive: blogArchive(theme), output: join(folder, 'dist', name), content })
  server = await serveFolder(join(folder, 'dist'), 0)
})

afterAll(async () => {
  await found?.close()
  await server.close()
  rmSync(folder, { recursive: true })
})

describe.skipIf(!found)('in a browser (none runs here where this is skipped)', () => {
  test.each([320, 1280])('no page is wider than %i pixels, asks another host or complains', async (width) => {
    const { page, asked, complaints, close } = await open({ viewport: { width, height: 800 } })
    for (const file of pages) {
      await page.goto(server.address + file)
      expect([file, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([file, width])
    }
    expect(asked.filter((url) => !url.startsWith(server.address))).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  test.each(['light', 'dark'] as const)('axe finds nothing on any kind of page, %s', async (colorScheme) => {
    const { page, close } = await open({ colorScheme, bypassCSP: true })
    for (const file of pages) {
      await page.goto(server.address + file)
      expect([file, await axeFaults(page)]).toEqual([file, []])
    }
    await close()
  })

  test('from a disk the front page leads to a post, its picture is shown, and the way back leads to the front', async () => {
    const { page, complaints, close } = await open({})
    await page.goto(pathToFileURL(join(folder, 'dist/archive/index.html')).href)
    await page.getByRole('link', { name: 'Starting', exact: true }).click()
    expect(await page.title()).toBe('Starting · The archive')
    await page.getByRole('img', { name: 'A wall of notes' }).scrollIntoViewIfNeeded()
    expect(
      await page.evaluate('document.images[0].decode().then(() => document.images[0].naturalWidth)'),
    ).toBe(1)
    await page.getByRole('banner').getByRole('link', { name: 'The archive' }).click()
    expect(page.url()).toMatch(/dist\/archive\/index\.html$/)
    expect(complaints).toEqual([])
    await close()
  })

  test('on paper nothing is printed in the colour of paper', async () => {
    const { page, close } = await open({})
    await page.goto(`${server.address}plain/blog/index.html`)
    await page.emulateMedia({ media: 'print', colorScheme: 'light' })
    const colours = await page.evaluate<string[]>(
      "[...document.querySelectorAll('main *,footer *')].map((e) => getComputedStyle(e).color)",
    )
    expect(colours.filter((colour) => /rgb\(255, 255, 255\)/.test(colour))).toEqual([])
    await close()
  })
})

const open = (options: BrowserContextOptions) => openPage(found, options)
