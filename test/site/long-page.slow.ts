import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FiledPost } from '../../scripts/model/session.ts'
import { buildSite } from '../../scripts/site/build-site.ts'
import { type Server, serveFolder } from '../../scripts/site/serve.ts'
import { chat, filed, post, segment, session } from '../builders.ts'
import { site } from '../templates/site.ts'
import { held } from './archive.ts'
import { findBrowser } from './browser.ts'

const found = await findBrowser()
const folder = mkdtempSync(join(tmpdir(), 'long-page-'))
let server: Server

beforeAll(async () => {
  const times = { start: '2010-12-17T13:00:00Z', end: '2010-12-17T14:00:00Z' }
  const long = session([
    segment(
      'q1',
      Array.from({ length: 3000 }, (_, index) => said(index)),
      times,
    ),
  ])
  await buildSite({
    archive: { site, pages: [], chats: [held(chat(), [long])] },
    output: folder,
    content: folder,
  })
  server = await serveFolder(folder, 0)
})

afterAll(async () => {
  await found?.close()
  await server.close()
  rmSync(folder, { recursive: true })
})

/** Posts of one to fifteen lines, one a second, so that no guess at their height is right. */
function said(index: number): FiledPost {
  const at = new Date(Date.parse('2010-12-17T13:00:00Z') + index * 1000).toISOString().replace('.000', '')
  const text = `word${index} ${'something that was said and goes on '.repeat((index * 7) % 15)}`
  return filed(post({ id: String(10_000 + index), at, by: `by${index % 65}`, text }))
}

describe.skipIf(!found)('3,000 posts in a browser (none runs here where this is skipped)', () => {
  // The quickest of some loads: whatever else the machine is doing only makes it slower.
  test('are laid out within 60 ms', async () => {
    const times: number[] = []
    for (let load = 0; load < 8; load++) times.push(await layoutTime(`${server.address}lgovsm/2010-12-17/`))
    console.log(`3,000 posts: layout ${times.map((time) => time.toFixed()).join(', ')} ms`)
    expect(Math.min(...times)).toBeLessThan(60)
  })

  test.each([
    ['130003', true],
    ['131640', true],
    ['133320', false],
    ['134940', false],
    ['134959', true],
  ])('#%s lands on its post exactly; scripts: %s', async (anchor, javaScriptEnabled) => {
    const { page, close } = await open(javaScriptEnabled)
    await page.goto(`${server.address}lgovsm/2010-12-17/#${anchor}`)
    const place = page.locator(`[id="${anchor}"]`)
    await expect.poll(async () => Math.abs((await place.boundingBox())?.y ?? Number.NaN)).toBeLessThan(2)
    await close()
  })

  test('a browser finds words in a post that it has not laid out yet', async () => {
    const { page, close } = await open(true)
    await page.goto(`${server.address}lgovsm/2010-12-17/`)
    expect(await page.evaluate("window.find('word2345 ')")).toBe(true)
    const place = page.locator('[id="133905"]')
    await expect.poll(async () => (await place.boundingBox())?.y ?? Number.NaN).toSatisfy(isNear)
    await close()
  })

  test.skipIf(!hasPdftotext())('are all printed (skipped where pdftotext is not)', async () => {
    const { page, close } = await open(true)
    await page.goto(`${server.address}lgovsm/2010-12-17/`)
    await page.pdf({ path: join(folder, 'printed.pdf') })
    const printed = execFileSync('pdftotext', [join(folder, 'printed.pdf'), '-'], { encoding: 'utf8' })
    const words = new Set(printed.match(/word\d+/g))
    expect(
      Array.from({ length: 3000 }, (_, index) => `word${index}`).filter((word) => !words.has(word)),
    ).toEqual([])
    await close()
  })
})

function hasPdftotext(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Within a screen: the browser scrolls by its guess at heights, and lays out what it finds there. */
function isNear(y: number): boolean {
  return y > -800 && y < 1600
}

/** Milliseconds that a browser spends on the layout of a page while it loads. */
async function layoutTime(address: string): Promise<number> {
  const { page, close } = await open(true)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(address)
  const { metrics } = await session.send('Performance.getMetrics')
  await close()
  return 1000 * (metrics.find(({ name }) => name === 'LayoutDuration')?.value ?? Number.NaN)
}

async function open(javaScriptEnabled: boolean) {
  if (!found) throw new Error('no browser')
  const context = await found.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 800 } })
  return { page: await context.newPage(), close: () => context.close() }
}
