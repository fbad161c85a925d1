import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkSite } from '../../../scripts/checking/check-site.ts'
import { buildSite } from '../../../scripts/site/build-site.ts'
import { fixture } from '../archive.ts'
import { attribute, type ParsedPage, readPages, textOf } from '../pages.ts'
import { writeWall } from '../wall.ts'
import { blogArchive, blogKinds } from './blog-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'blog-'))
const address = 'https://example.org/archive'
const built: Record<'plain' | 'tumblr', ParsedPage[]> = { plain: [], tumblr: [] }

beforeAll(async () => {
  mkdirSync(join(folder, 'content'))
  writeWall(join(folder, 'content'))
  for (const theme of ['plain', 'tumblr'] as const) {
    const output = join(folder, theme)
    await buildSite({ archive: blogArchive(theme), output, content: join(folder, 'content') })
    built[theme] = readPages(output)
  }
})

afterAll(() => rmSync(folder, { recursive: true }))

test('every kind of page stands at its address, and nothing that nobody has read over', () => {
  const files = built.plain.map(({ file }) => file).filter((file) => file.startsWith('blog/'))
  expect(files).toEqual(
    [
      ...blogKinds,
      ...['lgovsm', 'nhssm', 'snow-days', 'budgets', 'b'].map((tag) => `blog/tagged/${tag}/index.html`),
    ].sort(),
  )
})

test('a site without the setting has none of it', async () => {
  const output = join(folder, 'none')
  const { files } = await buildSite({ archive: fixture(), output, content: join(folder, 'content') })
  expect(files.filter((file) => file.startsWith('blog'))).toEqual([])
  expect(readPages(output).filter(({ text }) => text.includes('blog'))).toEqual([])
})

test('the newest post comes first, each with its questions in reading order', () => {
  const links = page('blog/index.html')
    .elements.filter(({ tagName }) => tagName === 'article')
    .map((card) => textOf(card).replace(/\s+/g, ' ').trim())
  expect(links).toHaveLength(4)
  expect(links[0]).toMatch(/^Next time/)
  expect(links[1]).toMatch(/^<script>alert\(1\)/)
  expect(links[2]).toBe(
    'Starting We talked about starting. Q1: How do we start? (5 posts) Q2: How do we go on? (1 post) Read the whole conversation 17 December 2010 · 7 posts by 4 people Tags: #lgovsm #2010 #Snow days #budgets',
  )
  expect(links[3]).toMatch(/^Wards/)
})

test('a post is the transcript: the same lists of posts, byte for byte but for where pictures are', () => {
  const lists = (file: string) => page(file).text.match(/<ol>[\s\S]*?<\/ol>/g) ?? []
  const transcript = lists('lgovsm/2010-12-17/index.html')
  expect(transcript).toHaveLength(4)
  expect(
    lists('blog/post/2010-12-17/index.html').map((list) =>
      list.replaceAll('../../../lgovsm/2010-12-17/media/', 'media/'),
    ),
  ).toEqual(transcript)
})

test.each([
  ['plain', 'blog/index.html', '/blog/'],
  ['plain', 'blog/post/2010-12-17/index.html', '/lgovsm/2010-12-17/'],
  ['plain', 'blog/post/2010-12-17-nhssm/index.html', '/nhssm/2010-12-17/'],
  ['plain', 'blog/tagged/2010/index.html', '/blog/tagged/2010/'],
  ['plain', 'index.html', '/'],
  ['tumblr', 'index.html', '/'],
  ['tumblr', 'blog/index.html', '/'],
  ['tumblr', 'lgovsm/2010-12-17/index.html', '/lgovsm/2010-12-17/'],
  ['tumblr', 'blog/post/2010-12-17/index.html', '/lgovsm/2010-12-17/'],
] as const)('%s: %s is to be kept as %s', (theme, file, path) => {
  expect(page(file, theme).text).toContain(`<link rel=canonical href="${address}${path}">`)
})

test('as the whole site the blog has every address that it would have beside it', () => {
  const files = (theme: 'plain' | 'tumblr') => built[theme].map(({ file }) => file)
  expect(files('tumblr')).toEqual(files('plain'))
  const front = page('index.html', 'tumblr')
  expect(front.text.match(/<article>/g)).toHaveLength(4)
  const hrefs = page('lgovsm/people/index.html', 'tumblr').elements.map((element) => attribute(element, 'href')) // biome-ignore format: one line
  expect(hrefs.filter((href) => href === '../../index.html').length).toBeGreaterThan(1)
})

describe.each(['plain', 'tumblr'] as const)('%s', (theme) => {
  test('every page is found from the home page, link by link', () => {
    const found = new Set(['index.html'])
    for (const file of found)
      for (const link of page(file, theme).elements.filter(({ tagName }) => tagName === 'a')) {
        const href = attribute(link, 'href') ?? ''
        const [path = ''] = href.split('#')
        if (path === '' || /^[a-z]+:/.test(path) || !path.endsWith('.html')) continue
        found.add(posix.join(posix.dirname(file), decodeURIComponent(path)))
      }
    const missing = built[theme].map(({ file }) => file).filter((file) => !found.has(file))
    // Where the blog is the whole site, its old address repeats the home page, for those who kept it.
    expect(missing).toEqual(theme === 'tumblr' ? ['404.html', 'blog/index.html'] : ['404.html'])
  })

  test('the check before publishing finds nothing', () => {
    const { faults } = checkSite({ archive: blogArchive(theme), folder: join(folder, theme), secrets: [] })
    expect(faults).toEqual([])
  })

  test('every page keeps the promises that all pages make', () => {
    const tags = new Set('html head link meta title style body a nav main h1 h2 h3 p ol ul li b i br div bdi header article blockquote img svg path footer span em'.split(' ')) // biome-ignore format: a list
    for (const { file, text, elements } of built[theme]) {
      const count = (tag: string) => elements.filter(({ tagName }) => tagName === tag).length
      expect([file, count('h1'), count('main'), count('title'), count('style')]).toEqual([file, 1, 1, 1, 1])
      expect([file, elements.filter(({ tagName }) => !tags.has(tagName)).map(textOf)]).toEqual([file, []])
      const ids = elements.flatMap((element) => attribute(element, 'id') ?? [])
      expect([file, ids.length]).toEqual([file, new Set(ids).size])
      const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? ''
      expect(text).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
      expect(text).toContain('>Have a post removed</a>')
      expect(text).not.toMatch(/HIDDEN WORDS|OUTSIDE WORDS|mallory|>eve</)
    }
  })
})

test('the feed is well-formed RSS with whole addresses, and the page beside it names it', () => {
  const feed = readFileSync(join(folder, 'plain/blog/rss/index.xml'), 'utf8')
  expect(feed).toContain('<rss version="2.0"')
  expect([...feed.matchAll(/<link>(.*?)<\/link>/g)].map(([, link]) => link)).toEqual([
    `${address}/blog/`,
    `${address}/blog/post/2010-12-24/`,
    `${address}/blog/post/2010-12-17/`,
    `${address}/blog/post/2010-12-17-nhssm/`,
  ])
  expect(feed).toContain('<category>Snow days</category>')
  expect(feed).not.toContain('<script>')
  expect(feed).toContain('<lastBuildDate>Fri, 24 Dec 2010 14:00:00 GMT</lastBuildDate>')
  for (const file of ['blog/index.html', 'blog/rss/index.html'])
    expect(page(file).text).toMatch(
      /<link rel=alternate type=application\/rss\+xml href="(rss\/)?index\.xml">/,
    )
})

test('the list of pages for search engines has each of them once, and posts as transcripts', () => {
  const places = (theme: string) =>
    [...readFileSync(join(folder, theme, 'sitemap.xml'), 'utf8').matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, place = '']) => place.slice(address.length),
    )
  expect(places('plain').filter((place) => place.startsWith('/blog/'))).toEqual([
    '/blog/',
    ...['lgovsm', '2010', 'b', 'snow-days', 'budgets', 'nhssm'].map((tag) => `/blog/tagged/${tag}/`),
    '/blog/archive/',
    '/blog/ask/',
    '/blog/submit/',
  ])
  expect(places('tumblr')).toEqual(places('plain').filter((place) => place !== '/blog/'))
})

function page(file: string, theme: 'plain' | 'tumblr' = 'plain'): ParsedPage {
  const found = built[theme].find((one) => one.file === file)
  if (!found) throw new Error(`${theme}: no ${file}`)
  return found
}
