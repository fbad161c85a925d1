import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSite } from '../../scripts/site/build-site.ts'
import { chat } from '../builders.ts'
import { fixture, held, plainSession } from './archive.ts'
import { attribute, type ParsedPage, parsePage, readPages, textOf } from './pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'site-'))
const content = join(folder, 'content')
const output = join(folder, 'dist')
let pages: ParsedPage[] = []

beforeAll(async () => {
  mkdirSync(join(content, 'lgovsm/2010-12-17/media'), { recursive: true })
  writeFileSync(join(content, 'lgovsm/2010-12-17/media/wall.png'), 'a picture')
  await buildSite({ archive: fixture(), output, content })
  pages = readPages(output)
})

afterAll(() => rmSync(folder, { recursive: true }))

test('every kind of page stands at its address', () => {
  const people = Array.from({ length: 12 }, (_, i) => `h${i}`).concat('ann', 'dave', 'sam')
  expect(pages.map(({ file }) => file)).toEqual(
    [
      '404.html',
      'about/index.html',
      'index.html',
      'lgovsm/2010-12-17/hour/index.html',
      'lgovsm/2010-12-17/index.html',
      'lgovsm/2010-12-24/hour/index.html',
      'lgovsm/2010-12-24/index.html',
      'lgovsm/index.html',
      ...['links', 'people', 'questions'].map((list) => `lgovsm/${list}/index.html`),
      ...people.map((handle) => `lgovsm/people/${handle}/index.html`),
      'nhssm/index.html',
      ...['links', 'people', 'questions'].map((list) => `nhssm/${list}/index.html`),
    ].sort(),
  )
  expect(readFileSync(join(output, 'lgovsm/2010-12-17/media/wall.png'), 'utf8')).toBe('a picture')
})

test('a page has the tags and attributes that templates write, whatever a post says', () => {
  const tags = new Set('html head link meta title style body a nav main h1 h2 h3 p ol ul li b i br div bdi aside blockquote img svg path footer span em'.split(' ')) // biome-ignore format: a list
  const attributes = new Set('rel lang charset http-equiv content name property class href id role aria-label aria-hidden dir src alt loading width height viewBox stroke-width opacity d'.split(' ')) // biome-ignore format: a list
  for (const { file, elements } of pages) {
    expect([file, elements.filter(({ tagName }) => !tags.has(tagName)).map(textOf)]).toEqual([file, []])
    const names = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name))
    expect([file, names.filter((name) => !attributes.has(name))]).toEqual([file, []])
  }
})

test('hostile words make the same tags as plain ones', () => {
  const page = pageAt('lgovsm/2010-12-24/index.html')
  const headings = page.elements.filter(({ tagName }) => tagName === 'h2')
  expect(headings.map((heading) => attribute(heading, 'id'))).toEqual(['q1', 'links', 'people', undefined])
  expect(page.elements.filter(({ tagName }) => tagName === 'img')).toEqual([])
  expect(page.elements.filter(({ tagName }) => tagName === 'blockquote')).toHaveLength(12)
})

test('links lead to http, https, mailto or this site, and everything else is loaded from this site', () => {
  for (const { file, elements } of pages) {
    const hrefs = elements.flatMap((element) => attribute(element, 'href') ?? [])
    const wrong = hrefs.filter(
      (href) => /^[a-z]+:/i.test(href) && !/^(?:https?:\/\/|mailto:|data:,$)/.test(href),
    )
    expect([file, wrong]).toEqual([file, []])
    const sources = elements.flatMap((element) => attribute(element, 'src') ?? [])
    expect(sources.filter((src) => !/^(?:\.\.\/)*media\//.test(src))).toEqual([])
  }
})

test('every link within the site and every anchor resolves', () => {
  for (const page of pages) {
    for (const link of page.elements.filter(({ tagName }) => tagName === 'a')) {
      const href = attribute(link, 'href') ?? ''
      if (/^(?:https?:|mailto:)/.test(href)) continue
      const [path = '', anchor] = href.split('#')
      const file = path === '' ? page.file : resolved(page.file, decodeURIComponent(path))
      expect([page.file, href, existsSync(join(output, file))]).toEqual([page.file, href, true])
      if (anchor === undefined) continue
      const ids = pageAt(file).elements.map((element) => attribute(element, 'id'))
      expect([page.file, href, ids.includes(decodeURIComponent(anchor))]).toEqual([page.file, href, true])
    }
  }
})

test('every page keeps the promises that all pages make', () => {
  for (const { file, text, elements } of pages) {
    const count = (tag: string) => elements.filter(({ tagName }) => tagName === tag).length
    expect([file, count('h1'), count('main'), count('title'), count('style')]).toEqual([file, 1, 1, 1, 1])
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? [])
    expect([file, ids.length]).toEqual([file, new Set(ids).size])
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? ''
    expect(text).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(text).toContain('>Have a post removed</a>')
  }
})

test('hidden posts and what was outside are nowhere', () => {
  for (const { text } of pages) expect(text).not.toMatch(/HIDDEN WORDS|OUTSIDE WORDS|mallory|>eve</)
})

test.each([
  ['lgovsm/2010-12-17/index.html', false],
  ['lgovsm/2010-12-24/index.html', true],
  ['lgovsm/2010-12-17/hour/index.html', true],
  ['lgovsm/people/index.html', true],
  ['lgovsm/people/dave/index.html', true],
  ['index.html', false],
  ['404.html', true],
])('%s is kept from search engines: %s', (file, hidden) => {
  expect(pageAt(file).text.includes('<meta name=robots content=noindex>')).toBe(hidden)
})

test('a transcript reads as the hour went', () => {
  const posts = pageAt('lgovsm/2010-12-17/index.html').elements.filter(({ tagName, parentNode }) => {
    return tagName === 'li' && parentNode && 'tagName' in parentNode && parentNode.tagName === 'ol'
  })
  expect(posts.map((item) => textOf(item).trim())).toEqual([
    '12:55\t@annReady',
    '13:00\t@samQ1 How do we start?',
    '13:02\t@daveA1 Early',
    '13:05\t@annOur wall',
    '13:31\t@dave to ann, 13:05, during Q2Lovely',
    '15:00\tJoFrom my desk',
    '13:40\t@annGweler example.gov.uk/su…',
  ])
})

test('the same archive makes the same bytes, and what is gone is removed', async () => {
  const again = join(folder, 'again')
  await buildSite({ archive: fixture(), output: again, content })
  expect(readPages(again).map(({ text }) => text)).toEqual(pages.map(({ text }) => text))

  writeFileSync(join(again, 'stray.txt'), '')
  const archive = { ...fixture(), chats: [held(chat(), [{ ...plainSession(), segments: [] }])] }
  await buildSite({ archive, output: again, content })
  expect(readPages(again).map(({ file }) => file)).not.toContain('lgovsm/2010-12-17/index.html')
  expect(existsSync(join(again, 'stray.txt'))).toBe(false)
  expect(existsSync(join(again, 'lgovsm/2010-12-17'))).toBe(false)
})

test('a picture that is named but not there is said', async () => {
  const archive = fixture()
  await expect(buildSite({ archive, output: join(folder, 'other'), content: folder })).rejects.toThrow(
    'lgovsm/2010-12-17/media/wall.png: a post shows this picture, but it is not there',
  )
})

function pageAt(file: string): ParsedPage {
  return pages.find((page) => page.file === file) ?? parsePage(file, '')
}

function resolved(from: string, to: string): string {
  const path = to.startsWith('/') ? to.slice(1) : posix.join(posix.dirname(from), to)
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}
