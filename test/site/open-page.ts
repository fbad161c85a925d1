import axe, { type AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

export type Opened = {
  readonly page: Page
  /** Every address that was asked for. */
  readonly asked: readonly string[]
  /** What the console and scripts complained of. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/** A page of its own, and what it asks for and complains of. */
export async function openPage(
  browser: Browser | undefined,
  options: BrowserContextOptions,
): Promise<Opened> {
  if (!browser) throw new Error('no browser')
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, asked, complaints, close: () => context.close() }
}

/** What axe finds on a page, `rule: elements`; its context has to bypass the page's policy. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run({ rules: { 'target-size': { enabled: true } } })",
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
