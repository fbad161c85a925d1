import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Server } from '../../scripts/site/listen.ts'
import { serveFolder } from '../../scripts/site/serve.ts'
import { findBrowser } from './browser.ts'
import { buildLongPage, longPage } from './long-page.ts'

const found = await findBrowser()
const folder = mkdtempSync(join(tmpdir(), 'long-page-'))
let server: Server

beforeAll(async () => {
  await buildLongPage(folder)
  server = await serveFolder(folder, 0)
})

afterAll(async () => {
  await found?.close()
  await server.close()
  rmSync(folder, { recursive: true })
})

describe.skipIf(!found)('3,000 posts in a browser (none runs here where this is skipped)', () => {
  // How long the layout takes is for npm run bench:weight to say.
  test('are laid out once they come into sight, but for the first', async () => {
    const { page, close } = await open(true)
    await page.goto(`${server.address}${longPage}`)
    const visibility = (anchor: string) =>
      page.evaluate(`getComputedStyle(document.getElementById('${anchor}').closest('li')).contentVisibility`)
    expect([await visibility('130000'), await visibility('134959')]).toEqual(['visible', 'auto'])
    await close()
  })

  test.each([
    ['130003', true],
    ['131640', true],
    ['133320', false],
    ['134940', false],
    ['134959', true],
  ])('#%s lands on its post exactly; scripts: %s', async (anchor, javaScriptEnabled) => {
    const { page, close } = await open(javaScriptEnabled)
    await page.goto(`${server.address}${longPage}#${anchor}`)
    const place = page.locator(`[id="${anchor}"]`)
    await expect.poll(async () => Math.abs((await place.boundingBox())?.y ?? Number.NaN)).toBeLessThan(2)
    await close()
  })

  test('a browser finds words in a post that it has not laid out yet', async () => {
    const { page, close } = await open(true)
    await page.goto(`${server.address}${longPage}`)
    expect(await page.evaluate("window.find('word2345 ')")).toBe(true)
    const place = page.locator('[id="133905"]')
    await expect.poll(async () => (await place.boundingBox())?.y ?? Number.NaN).toSatisfy(isNear)
    await close()
  })

  test.skipIf(!hasPdftotext())('are all printed (skipped where pdftotext is not)', async () => {
    const { page, close } = await open(true)
    await page.goto(`${server.address}${longPage}`)
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

async function open(javaScriptEnabled: boolean) {
  if (!found) throw new Error('no browser')
  const context = await found.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 800 } })
  return { page: await context.newPage(), close: () => context.close() }
}
