import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../scripts/site/build-site.ts'
import type { Server } from '../../scripts/site/listen.ts'
import { serveFolder } from '../../scripts/site/serve.ts'
import { findBrowser } from '../site/browser.ts'
import { batchArchives } from './batch.ts'
import { naughtyStrings, ownCases } from './cases.ts'

/** What a browser makes of hostile pages. */
const found = await findBrowser()
const folder = mkdtempSync(join(tmpdir(), 'safety-'))
const cases = [...ownCases, ...naughtyStrings].filter(
  ({ name, text }, i) => i % 4 === 0 || /unicode/.test(name) || text.length > 900,
)
let server: Server

beforeAll(async () => {
  const { hostile } = batchArchives(cases, 40)
  await buildSite({
    archive: { ...hostile, site: { ...hostile.site, search: true } },
    output: folder,
    content: folder,
  })
  server = await serveFolder(folder, 0)
}, 120_000)

afterAll(async () => {
  await found?.close()
  await server.close()
  rmSync(folder, { recursive: true })
})

describe.skipIf(!found)('in a browser (none runs here where this is skipped)', () => {
  test('no page breaks its policy, runs anything, asks another host or is wider than a telephone', async () => {
    const { page, complaints, close } = await open()
    for (const file of pagesToOpen()) {
      await page.goto(server.address + file)
      const wide = await page.evaluate(widest)
      expect([file, wide]).toEqual([file, []])
    }
    expect(complaints).toEqual([])
    await close()
  }, 120_000)

  test('what turns the direction turns nothing that stands beside it', async () => {
    const { page, close } = await open(1200)
    for (const file of pagesToOpen()) {
      if (!/<bdi>|dir=auto/.test(readFileSync(join(folder, file), 'utf8'))) continue
      await page.goto(server.address + file)
      expect([file, await page.evaluate(turnedWords)]).toEqual([file, []])
    }
    await close()
  }, 120_000)

  test('that test would see a name that turns what follows', async () => {
    const { page, close } = await open(1200)
    const text = readFileSync(join(folder, 'lgovsm/people/index.html'), 'utf8')
    writeFileSync(
      join(folder, 'doctored.html'),
      text.replaceAll('<bdi>', '<span>').replaceAll('</bdi>', '</span>'),
    )
    await page.goto(`${server.address}doctored.html`)
    expect(await page.evaluate<unknown[]>(turnedWords)).not.toEqual([])
    await close()
  })

  test('a page that somebody doctored runs no script, asks no other host and takes no style', async () => {
    const { page, complaints, close } = await open()
    const text = readFileSync(join(folder, 'lgovsm/2010-12-17/index.html'), 'utf8')
    writeFileSync(join(folder, 'doctored.html'), text.replace('<main id=main>', `<main id=main>${doctored}`))
    await page.goto(`${server.address}doctored.html`)
    await page.evaluate('for (const id of ["js", "send"]) document.getElementById(id).click()')
    await page.waitForTimeout(500)
    expect(page.url()).toBe(`${server.address}doctored.html`)
    expect(await page.evaluate('window.owned')).toBe(undefined)
    expect(await page.evaluate('getComputedStyle(document.getElementById("styled")).position')).toBe('static')
    for (const directive of [
      'script-src',
      'img-src',
      'style-src',
      'frame-src',
      'form-action',
      'base-uri',
      'object-src',
    ]) {
      expect(complaints.join('\n')).toMatch(new RegExp(`violated: ${directive}`))
    }
    await close()
  })

  test('what is found in hostile posts is shown as text', async () => {
    const { page, complaints, close } = await open()
    await page.goto(`${server.address}search/?q=script`)
    await page.locator('#search li').first().waitFor()
    const tags = await page.evaluate<string[]>(
      '[...new Set([...document.querySelectorAll("#search section *")].map(({ localName }) => localName))]',
    )
    const known = 'h2 a p ul li br mark details summary button'.split(' ')
    expect(tags.filter((tag) => !known.includes(tag))).toEqual([])
    const hrefs = await page.evaluate<string[]>('[...document.links].map(({ href }) => href)')
    expect(hrefs.filter((href) => !href.startsWith(server.address) && !/^mailto:/.test(href))).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  test('feeds and the list of pages are well-formed XML', async () => {
    const { page, close } = await open()
    await page.goto(`${server.address}404.html`)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.xml'),
    )
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) {
      const xml = JSON.stringify(readFileSync(join(folder, file), 'utf8'))
      const parsed = `new DOMParser().parseFromString(${xml}, 'application/xml').querySelector('parsererror')?.textContent`
      expect([file, await page.evaluate(parsed)]).toEqual([file, undefined])
    }
    await close()
  })
})

const doctored = `
<script>window.owned = 1</script>
<script src="https://evil.example/x.js"></script>
<script src="/search/search.js"></script>
<img src=nowhere.png onerror="window.owned = 2">
<img src="https://evil.example/pixel.gif">
<style>#styled{position:fixed}</style>
<p id=styled style="position:fixed">styled</p>
<iframe src="https://evil.example/"></iframe>
<iframe srcdoc="<script>parent.owned = 3</script>"></iframe>
<object data="https://evil.example/x"></object>
<base href="https://evil.example/">
<a id=js href="javascript:window.owned = 4">click</a>
<form action="https://evil.example/"><button id=send>send</button></form>
<svg onload="window.owned = 5"></svg>
`

/** What makes a page wider than its window. */
const widest = `document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > innerWidth)
    .map((element) => element.outerHTML.slice(0, 160))`

/** One page a kind, and every session. */
function pagesToOpen(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  )
  const pages = files.filter((file) => file.endsWith('.html') && file !== 'doctored.html').sort()
  const people = pages.filter((file) => /\/people\/[^/]+\//.test(file))
  return [...pages.filter((file) => !people.includes(file)), ...people.slice(0, 5)]
}

/**
 * Words in ASCII that the templates wrote, beside or after what others wrote, whose letters do not stand from
 * left to right, or that stand left of what they follow on the same line. What others wrote may turn itself: it
 * stands in an element of its own.
 */
const turnedWords = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const boxOf = (node, at) => {
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    return range.getBoundingClientRect()
  }
  const isOnLine = (a, b) => Math.abs(a.top - b.top) < 4
  const turned = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data
    const [first, last] = [text.search(/[A-Za-z0-9]/), text.search(/[A-Za-z0-9][^A-Za-z0-9]*$/)]
    if (first < 0 || !/^[\\x20-\\x7e\\n\\t]*$/.test(text)) continue
    if (node.parentElement.closest('bdi,[dir=auto],svg')) continue
    const [begin, end] = [boxOf(node, first), boxOf(node, last)]
    if (begin.width === 0) continue
    const before = node.previousSibling instanceof Element && node.previousSibling.getBoundingClientRect()
    const isAfter = !before || before.height > 40 || !isOnLine(before, begin) || begin.left >= before.left
    if (isAfter && (!isOnLine(begin, end) || end.left >= begin.left)) continue
    turned.push(node.parentElement.outerHTML.slice(0, 200))
  }
  return turned
})()`

async function open(width = 360): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const context = await browser().newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address)) complaints.push(`asks ${request.url()}`)
  })
  await page.addInitScript(
    `document.addEventListener('securitypolicyviolation', (event) => console.log('violated: ' + event.effectiveDirective))`,
  )
  return { page, complaints, close: () => context.close() }
}

function browser(): Browser {
  if (!found) throw new Error('no browser')
  return found
}
