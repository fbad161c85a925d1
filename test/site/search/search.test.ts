import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Archive } from '../../../scripts/model/archive.ts'
import { buildSite } from '../../../scripts/site/build-site.ts'
import type { Server } from '../../../scripts/site/listen.ts'
import { serveFolder } from '../../../scripts/site/serve.ts'
import { chat, filed, post, segment, session } from '../../builders.ts'
import { site } from '../../templates/site.ts'
import { held } from '../archive.ts'
import { findBrowser } from '../browser.ts'
import { axeFaults, type Opened, openPage } from '../open-page.ts'

const found = await findBrowser()
const folder = mkdtempSync(join(tmpdir(), 'search-'))
const output = join(folder, 'dist')
let server: Server
let shared: Opened | undefined

beforeAll(async () => {
  await buildSite({ archive: archive(), output, content: folder })
  server = await serveFolder(output, 0)
})

afterAll(async () => {
  await found?.close()
  await server.close()
  rmSync(folder, { recursive: true })
})

test('each year has a bundle of its own, and the same sessions make the same bytes', async () => {
  expect(readdirSync(join(output, 'search'))).toEqual(['2010', '2011', 'index.html', 'search.js'])
  const again = join(folder, 'again')
  await buildSite({ archive: archive(), output: again, content: folder })
  expect(bytesOf(join(again, 'search'))).toEqual(bytesOf(join(output, 'search')))
})

test('a site with "search: no" has no search page and leads to none', async () => {
  const without = join(folder, 'without')
  const { files } = await buildSite({
    archive: { ...archive(), site },
    output: without,
    content: folder,
  })
  expect(files.filter((file) => file.startsWith('search/'))).toEqual([])
  expect(readFileSync(join(without, 'index.html'), 'utf8')).not.toContain('search/')
})

describe.skipIf(!found)('in a browser (none runs here where this is skipped)', () => {
  test.each([
    ['a word of two years', 'snow', ['2011-01-07/#130200', '2010-12-17/#130211']],
    ['a word in another form', 'gritters', ['2010-12-17/#130211']],
    ['a name', 'Ceri', ['2010-12-17/#130500']],
    ['a handle', '@dave', ['2010-12-17/#130211', '2011-01-07/#130200']],
    ['an emoji', '⛄', ['2010-12-17/#130211']],
    ['an emoji of several characters', '👩‍👩‍👧', ['2011-01-07/#130200']],
    ['a flag', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', ['2010-12-17/#130500']],
    ['Welsh', 'gwestiynau', ['2010-12-17/#130500']],
    ['Welsh without its circumflex', 'dwr', ['2010-12-17/#130500']],
    ['a question', 'frost', ['2010-12-17/#q1']],
    ['an alt text', 'whiteboard', ['2011-01-07/#130200']],
    ['nothing', 'zzzyx', []],
    ['a hidden post', 'HIDDENWORD', []],
    ['a session nobody has read over', 'unreadable', []],
  ])('finds %s', async (_, words, places) => {
    shared ??= await open({})
    const { page } = shared
    await page.goto(`${server.address}search/?q=${encodeURIComponent(words)}`)
    await page.locator('#status:not(:empty)').waitFor()
    expect((await placesOn(page)).toSorted()).toEqual([...places].toSorted())
  })

  test('asks no other host, complains of nothing, and its results lead to the post', async () => {
    const { page, asked, complaints, close } = await open({ viewport: { width: 360, height: 640 } })
    await page.goto(`${server.address}search/index.html`)
    await page.getByRole('searchbox').fill('gritter')
    await page.getByRole('link', { name: '13:02 dave' }).click()
    expect(page.url()).toBe(`${server.address}lgovsm/2010-12-17/#130211`)
    await page.goBack()
    expect(await page.getByRole('searchbox').inputValue()).toBe('gritter')
    expect(asked.filter((url) => !url.startsWith(server.address))).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  test.each(['light', 'dark'] as const)('axe finds nothing beside results, %s', async (colorScheme) => {
    const { page, close } = await open({
      colorScheme,
      bypassCSP: true,
      viewport: { width: 320, height: 640 },
    })
    await page.goto(`${server.address}search/?q=snow`)
    await page.locator('#status:not(:empty)').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    expect(await axeFaults(page)).toEqual([])
    await close()
  })

  test.each([
    ['without scripts', { javaScriptEnabled: false }, () => `${server.address}search/`],
    ['from a disk', {}, () => pathToFileURL(join(output, 'search/index.html')).href],
  ])('%s it says so, and names other ways', async (_, options, address) => {
    const { page, close } = await open(options)
    await page.goto(address())
    expect(await page.getByText('Searching needs scripts').isVisible()).toBe(true)
    expect(await page.getByRole('searchbox').count()).toBe(0)
    await page.getByRole('link', { name: 'Questions' }).click()
    expect(page.url()).toMatch(/lgovsm\/questions\/index\.html$/)
    await close()
  })
})

function archive(): Archive {
  const snow = post({ at: '13:02:11', by: 'dave', text: 'One gritter in the snow ⛄ #lgovsm' })
  const welsh = post({
    at: '13:05:00',
    author: { id: '7', handle: 'ceri_w', name: 'Ceri' },
    lang: 'cy',
    text: 'Mae gen i gwestiynau am ddŵr a dŵr 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  })
  const hidden = post({ at: '13:06:00', text: 'HIDDENWORD' })
  const media = { kind: 'photo', url: '', file: undefined, alt: 'A whiteboard', width: 1, height: 1 } as const
  const later = post({
    at: '2011-01-07T13:02:00Z',
    by: 'dave',
    text: 'More snow for families 👩‍👩‍👧 <b>bold</b>',
    media: [media],
  })
  const unread = post({ at: '2011-01-14T13:02:00Z', text: 'unreadable' })
  return {
    site: { ...site, search: true },
    pages: [],
    chats: [
      held(chat(), [
        session(
          [
            segment('q1', [filed(snow), filed(welsh), filed(hidden, { hidden: true })], {
              question: 'What of frost?',
            }),
          ],
          { title: 'Winter', checked: true },
        ),
        session([segment('q1', [filed(later)])], { date: '2011-01-07', checked: true }),
        session([segment('q1', [filed(unread)])], { date: '2011-01-14' }),
      ]),
    ],
  }
}

async function placesOn(page: Page): Promise<string[]> {
  const hrefs: string[] = await page.evaluate(
    "[...document.querySelectorAll('#search li a')].map((a) => a.href)",
  )
  return hrefs.map((href) => href.replace(/^.*\/lgovsm\//, ''))
}

function bytesOf(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file.slice(path.length)} ${readFileSync(file).toString('base64')}`)
    .sort()
}

const open = (options: BrowserContextOptions) => openPage(found, options)
