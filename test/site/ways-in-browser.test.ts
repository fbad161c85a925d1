import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noWays } from '../../scripts/model/take-part.ts'
import { buildSite } from '../../scripts/site/build-site.ts'
import type { Server } from '../../scripts/site/listen.ts'
import { serveFolder } from '../../scripts/site/serve.ts'
import { fixture } from './archive.ts'
import { findBrowser } from './browser.ts'
import { axeFaults, openPage } from './open-page.ts'
import { isInstalled } from './text-browser.ts'
import { writeWall } from './wall.ts'

const found = await findBrowser()
const folder = mkdtempSync(join(tmpdir(), 'ways-browser-'))
const output = join(folder, 'dist')
let site: Server

/** A form service on another origin: keeps what it is sent, and thanks. */
const received: URLSearchParams[] = []
const service = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    if (request.method === 'POST') received.push(new URLSearchParams(Buffer.concat(chunks).toString()))
    response.setHeader('content-type', 'text/html; charset=utf-8').end('<title>Thanks</title><p>Thank you')
  })
})
let action = ''

beforeAll(async () => {
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done))
  const address = service.address()
  if (address === null || typeof address === 'string') throw new Error('the service has no port')
  action = `http://127.0.0.1:${address.port}/f/abc`
  writeWall(folder)
  const archive = fixture()
  const takePart = { ...noWays, email: 'ask@example.org', form: action, github: 'anne/lgovsm' }
  await buildSite({ archive: { ...archive, site: { ...archive.site, takePart } }, output, content: folder })
  site = await serveFolder(output, 0)
})

afterAll(async () => {
  await found?.close()
  await site.close()
  service.close()
  rmSync(folder, { recursive: true })
})

const transcript = 'lgovsm/2010-12-17/index.html'
const pages = [
  'index.html',
  'lgovsm/index.html',
  transcript,
  'lgovsm/2010-12-17/answer/index.html',
  'lgovsm/ask/index.html',
  'lgovsm/questions/index.html',
]

describe.skipIf(!found)('in a browser (none runs here where this is skipped)', () => {
  test('without scripts, 360 pixels wide, a mail has its subject and first line filled in', async () => {
    const { page, close } = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } })
    await page.goto(site.address + transcript)
    const href = await page.getByRole('link', { name: 'Answer Q2 by e-mail' }).getAttribute('href')
    const mail = new URL(href ?? '')
    expect(mail.pathname).toBe('ask@example.org')
    expect(mail.searchParams.get('subject')).toBe('[lgovsm 2010-12-17 Q2]')
    expect(mail.searchParams.get('body')).toBe('Name to show: \r\n\r\n')
    await close()
  })

  test('without scripts, 360 pixels wide, an answer is sent by form from its question', async () => {
    const { page, close } = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } })
    await page.goto(site.address + transcript)
    await page.getByRole('link', { name: 'by form' }).nth(1).click()
    expect(page.url()).toMatch(/lgovsm\/2010-12-17\/answer\/index\.html#q2$/)
    const form = page.locator('form', { has: page.getByRole('button', { name: 'Send the answer to Q2' }) })
    await form.getByLabel('Name to show (may stay empty)').fill('Siân')
    await form.getByLabel('Your answer').fill('Start with “libraries”.\nThen parks & <b>swings</b>.')
    await form.getByRole('button').click()
    expect(await page.title()).toBe('Thanks')
    expect(Object.fromEntries(received.pop() ?? [])).toEqual({
      subject: '[lgovsm 2010-12-17 Q2]',
      name: 'Siân',
      message: 'Start with “libraries”.\r\nThen parks & <b>swings</b>.',
      website: '',
    })
    await close()
  })

  test('a question is sent from the home page, and none without words', async () => {
    const { page, close } = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } })
    await page.goto(site.address)
    await page.getByRole('link', { name: 'by form' }).first().click()
    await page.getByRole('button', { name: 'Send the question' }).click()
    expect(page.url()).toContain('/ask/')
    await page.getByLabel('Your question').fill('Who reads this?')
    await page.getByRole('button', { name: 'Send the question' }).click()
    expect(await page.title()).toBe('Thanks')
    expect(received.pop()?.get('subject')).toBe('[lgovsm question]')
    await close()
  })

  test('nothing can be sent anywhere else', async () => {
    const { page, complaints, close } = await open({})
    await page.goto(`${site.address}lgovsm/ask/index.html`)
    const before = received.length
    await page.evaluate(
      "document.forms[0].message.value = 'x', document.forms[0].action = location.origin.replace('127.0.0.1', 'localhost') + '/x', document.forms[0].submit()",
    )
    await expect.poll(() => complaints.join(' ')).toMatch(/form-action/)
    expect(page.url()).toContain('/ask/')
    expect(received.length).toBe(before)
    await close()
  })

  test.each([320, 360, 1280])(
    'no page is wider than %i pixels, asks another host or complains',
    async (width) => {
      const { page, asked, complaints, close } = await open({ viewport: { width, height: 800 } })
      for (const kind of pages) {
        await page.goto(site.address + kind)
        expect([kind, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([kind, width])
      }
      expect(asked.filter((url) => !url.startsWith(site.address))).toEqual([])
      expect(complaints).toEqual([])
      await close()
    },
  )

  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
    const { page, close } = await open({ colorScheme, bypassCSP: true })
    for (const kind of pages) {
      await page.goto(site.address + kind)
      expect([kind, await axeFaults(page)]).toEqual([kind, []])
    }
    await close()
  })
})

describe.skipIf(!isInstalled('lynx'))('in lynx (not installed where this is skipped)', () => {
  const lynx = (file: string) =>
    execFileSync('lynx', ['-dump', '-width=100', '-display_charset=utf-8', join(output, file)], {
      encoding: 'utf8',
    })

  test('the mail link says what it is for, and has its subject', () => {
    const text = lynx(transcript)
    expect(text).toMatch(/\[\d+\]Answer Q1 by e-mail · \[\d+\]by form/)
    expect(text).toContain('mailto:ask@example.org?subject=[lgovsm 2010-12-17 Q1]&body=Name to show: ')
  })

  test('the form has its fields, each under its name, and a button', () => {
    expect(lynx('lgovsm/2010-12-17/answer/index.html')).toMatch(
      /Name to show \(may stay empty\)\s+_{10,}\s+Your answer\s+_{10,}[\s_]+Leave this empty\s+_{10,}\s+\(BUTTON\) Send the answer to Q1/,
    )
  })
})

const open = (options: BrowserContextOptions) => openPage(found, options)
