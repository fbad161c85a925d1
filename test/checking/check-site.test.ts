import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkSite, type Earlier } from '../../scripts/checking/check-site.ts'
import { sayFault } from '../../scripts/checking/fault.ts'
import {
  formatRemembered,
  nothingRemembered,
  parseRemembered,
  type Remembered,
} from '../../scripts/checking/remembered.ts'
import type { Archive } from '../../scripts/model/archive.ts'
import { emptied } from '../../scripts/model/removed.ts'
import { buildSite } from '../../scripts/site/build-site.ts'
import { chat, filed, post, segment, session } from '../builders.ts'
import { fixture, held, plainSession } from '../site/archive.ts'

const scratch = mkdtempSync(join(tmpdir(), 'check-'))
const sound = join(scratch, 'sound')
const tried = join(scratch, 'tried')
const secrets = [{ name: 'X_BEARER_TOKEN', value: 'AAAA%2Fbbbb&cccc' }]

const removed = filed(emptied(post({ at: '2010-12-10T13:03:00Z' })), { anchor: '130300' })
const unseen = post({ at: '2010-12-10T13:04:00Z', text: '@ann What I would rather have nobody read #lgovsm' })
const draft = session(
  [
    segment('q1', [filed(post({ at: '2010-12-10T13:01:00Z' })), removed], {
      start: '2010-12-10T13:00:00Z',
      end: '2010-12-10T14:00:00Z',
    }),
    segment('outside', [filed(unseen)]),
  ],
  { date: '2010-12-10' },
)

function archive(): Archive {
  const { site, pages } = fixture()
  const blog = { isOn: true, first: undefined }
  const whole = { ...site, address: 'https://example.org/archive/', search: true, blog }
  return {
    site: whole,
    pages,
    chats: [held(chat({ hosts: ['sam'] }), [draft, plainSession(), session([], { date: '2010-12-24' })])],
  }
}

beforeAll(async () => {
  const content = join(scratch, 'content')
  put(join(content, 'lgovsm/2010-12-17/media/wall.png'), 'a picture')
  await buildSite({ archive: archive(), output: sound, content })
}, 60_000)
afterAll(() => rmSync(scratch, { recursive: true }))

test('a site as it is built has no fault', () => {
  expect(faultsOf(sound)).toEqual([])
})

test('nor has one without an address, from a folder of its own', async () => {
  const { site, pages, chats } = fixture()
  const folder = join(scratch, 'bare')
  const content = join(scratch, 'content')
  await buildSite({ archive: { site, pages, chats }, output: folder, content })
  expect(checkSite({ archive: { site, pages, chats }, folder, secrets }).faults).toEqual([])
}, 60_000)

const page = 'lgovsm/2010-12-17/index.html'
const early = 'lgovsm/2010-12-10/index.html'
const blogPost = 'blog/post/2010-12-17/index.html'
const footer = '<footer>'

// biome-ignore format: a table
const broken: [what: string, file: string, add: string, message: RegExp][] = [
  ['a link to a page that is not there', page, '<a href="../../gone/index.html">x</a>', /^dist\/lgovsm\/2010-12-17\/index\.html:\d+: "\.\.\/\.\.\/gone\/index\.html" leads to gone\/index\.html, and there is no such file$/],
  ['a link in another case', page, '<a href="../../About/index.html">x</a>', /leads to About\/index\.html, and there is no such file/],
  ['a place that is not there', page, '<a href=#q9>x</a>', /"#q9" leads to a place that lgovsm\/2010-12-17\/index\.html does not have/],
  ['a place on another page', 'index.html', '<a href=lgovsm/2010-12-17/index.html#999999>x</a>', /^dist\/index\.html:\d+: .* leads to a place/],
  ['a link out of the site', page, '<a href="../../../up.html">x</a>', /leads out of the site/],
  ['a link that is none', page, '<a href="%E0%A4%A">x</a>', /is no address/],
  ['a picture of another host', page, '<img src=https://pbs.twimg.com/a.jpg alt="">', /would fetch "https:\/\/pbs\.twimg\.com\/a\.jpg" from pbs\.twimg\.com/],
  ['one without a scheme', page, '<img src=//pbs.twimg.com/a.jpg alt="">', /would fetch .* from pbs\.twimg\.com/],
  ['a larger picture of another host', page, '<img srcset="a.png 1x, https://evil.example/b.png 2x" src=media/wall.png alt="">', /evil\.example/],
  ['a style of another host', page, '<link rel=stylesheet href=https://evil.example/x.css>', /evil\.example/],
  ['a font in a style', page, '<style>@font-face{src:url(https://evil.example/f.woff)}</style>', /evil\.example/],
  ['a style in an attribute', page, '<p style="background:url(\'https://evil.example/p\')">x', /evil\.example/],
  ['a frame', page, '<iframe src=https://evil.example/></iframe>', /evil\.example/],
  ['a form', page, '<form action=https://evil.example/></form>', /evil\.example/],
  ['a page that leads on by itself', page, '<meta http-equiv=refresh content="0;url=https://evil.example/">', /evil\.example/],
  ['something in a template', page, '<template><img src=https://evil.example/></template>', /evil\.example/],
  ['a canonical address elsewhere', page, '<link rel=canonical href=https://other.example/>', /names other\.example as this site/],
  ['a script', page, '<script>1</script>', /<script> stands on a page without scripts/],
  ['a script in an attribute', page, '<p onclick="1">x', /the attribute onclick stands on a page without scripts/],
  ['a script in an address', page, '<a href=" javascript:1">x</a>', /a javascript: address/],
  ['a handler on the search page', 'search/index.html', '<p onclick="1">x', /the attribute onclick/],
  ['a secret', page, 'AAAA%2Fbbbb&cccc', /:\d+: the value of X_BEARER_TOKEN stands here/],
  ['a secret as HTML', page, 'AAAA%2Fbbbb&amp;cccc', /the value of X_BEARER_TOKEN stands here/],
  ['a hidden post', page, '<li id=134100>x', /#134100 is a post that is hidden or outside the chat/],
  ['a post outside the chat', early, '<li id=130400>x', /#130400 is a post that is hidden/],
  ['words of a post outside the chat', early, '<p>What I would rather have nobody read', /:\d\d+: words of a post that is hidden/],
  ['the same in plain text', 'lgovsm/2010-12-10/session.txt', 'What I would\nrather have nobody read', /session\.txt:\d+: words of a post/],
  ['a hidden post in the blog', blogPost, '<li id=134100>x', /^dist\/blog\/post\/2010-12-17\/index\.html:\d+: #134100 is a post that is hidden/],
  ['a tag that is gone', 'blog/index.html', '<a href="tagged/gone/index.html">x</a>', /leads to blog\/tagged\/gone\/index\.html, and there is no such file/],
  ['a picture of another host in the blog', 'blog/archive/index.html', '<img src=https://64.media.tumblr.com/a.jpg alt="">', /64\.media\.tumblr\.com/],
  ['a canonical address that is gone', 'blog/tagged/2010/index.html', '<link rel=canonical href=https://example.org/archive/gone/>', /gone\/index\.html, and there is no such file/],
  ['XML that is cut', 'lgovsm/feed.xml', '<entry>', /feed\.xml:\d+: this is no well-formed XML/],
]

test.each(broken)('%s is found, with file and line', (_, file, add, message) => {
  const faults = changed(file, (text) =>
    text.includes(footer) ? text.replace(footer, add + footer) : text + add,
  )
  expect(faults.join('\n')).toMatch(new RegExp(message, 'm'))
  expect(faults.every((fault) => /^dist\/\S+:[1-9]\d*: /.test(fault))).toBe(true)
})

const replaced: [what: string, file: string, from: string | RegExp, to: string, message: RegExp][] = [
  [
    'a removed post that leads to its author',
    early,
    '<li id=130300>',
    '<li id=130300><a href=https://x.com/sam>x</a>',
    /#130300 is a post that was removed/,
  ],
  [
    'a draft that search engines may list',
    early,
    /<meta name=robots[^>]*>/,
    '',
    /nobody has read this transcript/,
  ],
  ['a feed without a date', 'lgovsm/feed.xml', /<updated>.*?<\/updated>/, '', /<feed> has no updated/],
  [
    'a post in a feed without a date',
    'blog/rss/index.xml',
    /<pubDate>.*?<\/pubDate>/,
    '',
    /<item> has no pubDate/,
  ],
  [
    'a draft in the feed of the blog',
    'blog/rss/index.xml',
    /<link>[^<]*2010-12-17\/<\/link>/,
    '<link>https://example.org/archive/lgovsm/2010-12-10/</link>',
    /rss\/index\.xml:\d+: lgovsm\/2010-12-10\/index\.html is named here, and nobody has read it over/,
  ],
  [
    'a draft in the list of pages',
    'sitemap.xml',
    '</urlset>',
    '<url><loc>https://example.org/archive/lgovsm/2010-12-10/</loc></url></urlset>',
    /sitemap\.xml:\d+: lgovsm\/2010-12-10\/index\.html is named here, and nobody has read it over/,
  ],
]

test.each(replaced)('%s is found', (_, file, from, to, message) => {
  expect(changed(file, (text) => text.replace(from, to)).join('\n')).toMatch(message)
})

test('a page that is missing, one that is too heavy, a stray picture and a packed secret are found', () => {
  fresh()
  rmSync(join(tried, early))
  put(join(tried, 'lgovsm/2010-12-17/media/old.png'), 'x')
  put(join(tried, 'search/2010/a.pf_fragment'), gzipSync(`x ${secrets[0]?.value}`))
  const noise = Array.from({ length: 60_000 }, (_, i) => ((i * 2654435761) >>> 0).toString(36)).join(' ')
  put(join(tried, 'about/index.html'), readFileSync(join(tried, 'about/index.html'), 'utf8') + noise)
  const faults = faultsOf(tried).join('\n')
  expect(faults).toMatch(/^dist\/lgovsm\/2010-12-10\/index\.html:1: content\/ has this session/m)
  expect(faults).toMatch(/^dist\/lgovsm\/2010-12-17\/media\/old\.png:1: no page shows this picture/m)
  expect(faults).toMatch(/^dist\/about\/index\.html:1: the page weighs \d+ bytes packed/m)
  expect(faults).toMatch(/^dist\/search\/2010\/a\.pf_fragment:1: the value of X_BEARER_TOKEN/m)
})

test('a post that the blog lacks, and one that it should not have, are found', () => {
  fresh()
  rmSync(join(tried, blogPost))
  const draftPost = 'blog/post/2010-12-10/index.html'
  put(join(tried, draftPost), readFileSync(join(tried, 'about/index.html')))
  const faults = faultsOf(tried).join('\n')
  expect(faults).toMatch(/^dist\/blog\/post\/2010-12-17\/index\.html:1: content\/ has this session/m)
  expect(faults).toMatch(/^dist\/blog\/post\/2010-12-10\/index\.html:1: this is in the blog, and nobody/m)
})

test('what somebody said may link to anywhere, this site too', () => {
  const links = [
    'https://x.com/a',
    'https://example.org/archive/gone/',
    'mailto:a@example.org',
    '//example.net/',
  ]
  expect(
    changed(page, (text) =>
      text.replace(footer, links.map((to) => `<a href="${to}">x</a>`).join('') + footer),
    ),
  ).toEqual([])
})

test('what did not change is not read again', () => {
  const { chats, ...rest } = archive()
  const unread = () => {
    throw new Error('this session was read')
  }
  const known = { ...rest, chats: chats.map((chat) => ({ ...chat, read: unread })) }
  const { faults, learned } = checkSite({ archive: known, folder: sound, secrets, earlier: earlier() })
  expect(faults).toEqual([])
  expect(formatRemembered(learned)).toBe(formatRemembered(earlier().remembered))
  const one = { ...earlier(), idOf: () => 'another' }
  expect(() => checkSite({ archive: known, folder: sound, secrets, earlier: one })).toThrow('was read')
})

test('a post that was hidden since the site was built is found, though its pages are as they were', () => {
  const { chats, ...rest } = archive()
  const hiding = (one: ReturnType<typeof plainSession>) => ({
    ...one,
    segments: one.segments.map((segment) => ({
      ...segment,
      posts: segment.posts.map((item) => ({ ...item, hidden: true })),
    })),
  })
  const hidden = {
    ...rest,
    chats: chats.map((chat) => ({ ...chat, read: (date: string) => hiding(chat.read(date)) })),
  }
  const { faults } = checkSite({ archive: hidden, folder: sound, secrets, earlier: earlier(hidden) })
  expect(faults).toEqual(checkSite({ archive: hidden, folder: sound, secrets }).faults)
  expect(faults.map((fault) => sayFault('dist', fault)).join('\n')).toMatch(
    /2010-12-17\/index\.html:\d+: #\d+ is a post that is hidden/,
  )
})

test('a secret that was given a name since is found in a file that did not change', () => {
  const word = 'conversation'
  const since = [{ name: 'NEW_TOKEN', value: word }]
  const again = checkSite({ archive: archive(), folder: sound, secrets: since, earlier: earlier() }).faults
  expect(again).toEqual(checkSite({ archive: archive(), folder: sound, secrets: since }).faults)
  expect(again.length).toBeGreaterThan(0)
})

function changed(file: string, edit: (text: string) => string): string[] {
  fresh()
  const path = join(tried, file)
  writeFileSync(path, edit(readFileSync(path, 'utf8')))
  return faultsOf(tried)
}

function fresh(): void {
  rmSync(tried, { recursive: true, force: true })
  cpSync(sound, tried, { recursive: true })
}

/** Read anew, and again with all that a check of the sound site had learned: which must find the same. */
function faultsOf(folder: string): string[] {
  const { faults } = checkSite({ archive: archive(), folder, secrets })
  expect(checkSite({ archive: archive(), folder, secrets, earlier: earlier() }).faults).toEqual(faults)
  return faults.map((fault) => sayFault('dist', fault))
}

let learned: Remembered | undefined

function earlier(of: Archive = archive()): Earlier {
  const idOf = idIn(of)
  learned ??= checkSite({
    archive: archive(),
    folder: sound,
    secrets,
    earlier: { remembered: nothingRemembered, idOf: idIn(archive()) },
  }).learned
  return { remembered: parseRemembered(formatRemembered(learned)), idOf }
}

function idIn({ chats }: Archive): Earlier['idOf'] {
  return (name, date) => JSON.stringify(chats.find(({ chat }) => chat.name === name)?.read(date))
}

function put(path: string, data: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, data)
}
