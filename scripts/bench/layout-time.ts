import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { findBrowser } from '../../test/site/browser.ts'
import { buildLongPage, longPage } from '../../test/site/long-page.ts'
import { serveFolder } from '../site/serve.ts'

const loads = 8

/** Milliseconds that a browser spends on the layout of 3,000 posts, load by load; undefined where none runs here. */
export async function layoutTimes(): Promise<number[] | undefined> {
  const browser = await findBrowser()
  if (!browser) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'layout-'))
  await buildLongPage(folder)
  const server = await serveFolder(folder, 0)
  try {
    const times: number[] = []
    for (let load = 0; load < loads; load++) times.push(await layoutTime(browser, server.address + longPage))
    return times
  } finally {
    await server.close()
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

async function layoutTime(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(address)
  const { metrics } = await session.send('Performance.getMetrics')
  await context.close()
  return 1000 * (metrics.find(({ name }) => name === 'LayoutDuration')?.value ?? Number.NaN)
}
