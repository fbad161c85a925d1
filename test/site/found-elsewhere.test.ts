import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Built, buildSite } from '../../scripts/site/build-site.ts'
import { sayBuilt } from '../../scripts/site/say-built.ts'
import { chat } from '../builders.ts'
import { site } from '../templates/site.ts'
import { held, hostileSession, plainSession } from './archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a feed has an entry for every session that was read over, with whole addresses', async () => {
  await build({ address: 'https://example.org/archive/' })
  const feed = read('lgovsm/feed.xml')
  expect(feed.match(/<entry>/g)).toHaveLength(1)
  expect(feed).toContain('<updated>2010-12-17T14:00:00.000Z</updated>')
  expect(feed).toContain('<id>https://example.org/archive/lgovsm/2010-12-17/</id>')
  expect(feed).toContain('<a href="https://example.org/archive/lgovsm/2010-12-17/#q1">How do we start?</a>')
  expect(read('lgovsm/index.html')).toContain('type=application/atom+xml href="feed.xml"')
})

test('hostile titles stay text in a feed', async () => {
  await build({ address: 'https://example.org/archive/' }, true)
  const feed = read('lgovsm/feed.xml')
  expect(feed).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(feed).not.toContain('<script>')
  expect(feed).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe]/)
})

test('the sitemap names what search engines are welcome to, and no more', async () => {
  await build({ address: 'https://example.org/archive/' })
  const places = [...read('sitemap.xml').matchAll(/<loc>https:\/\/example\.org\/archive\/([^<]*)/g)]
  expect(places.map(([, path]) => path)).toEqual([
    '',
    'lgovsm/',
    'lgovsm/questions/',
    'lgovsm/links/',
    'lgovsm/2010-12-17/',
  ])
  expect(existsSync(join(folder, 'robots.txt'))).toBe(false)
})

test('robots.txt is made where a robot would find it', async () => {
  const { files } = await build({ address: 'https://example.org/' })
  expect(files).toContain('robots.txt')
  expect(read('robots.txt')).toContain('\nSitemap: https://example.org/sitemap.xml\n')
})

test('without an address there is no feed and no sitemap, which is said', async () => {
  const built = await build({})
  expect(built.files.filter((file) => /feed|sitemap|robots/.test(file))).toEqual([])
  expect(say(built).split('\n').slice(1)).toEqual([
    'content/site.yaml: no address is set, so there is no feed and no sitemap: write it there once you know it',
  ])
})

test('an accent colour that cannot be read is changed, which is said', async () => {
  const built = await build({ address: 'https://example.org/', accent: '#ff0' })
  const [, notice = ''] = say(built).split('\n')
  expect(notice).toMatch(
    /^content\/site\.yaml: links in #ff0 could not be read \(contrast 1\.1, and 4\.5 is needed\), so they are #[0-9a-f]{6}: choose another accent$/,
  )
})

function say(built: Built): string {
  return sayBuilt({ ...built, pages: built.files.length, anew: undefined }, 100)
}

function build(own: Partial<typeof site>, hostile = false): Promise<Built> {
  const plain = { ...plainSession(), segments: plainSession().segments.map(withoutPictures) }
  const sessions = hostile ? [{ ...hostileSession(), checked: true }] : [plain, hostileSession()]
  return buildSite({
    archive: { site: { ...site, ...own }, pages: [], chats: [held(chat(), sessions)] },
    output: folder,
    content: folder,
  })
}

function withoutPictures(of: ReturnType<typeof plainSession>['segments'][number]) {
  return { ...of, posts: of.posts.map((item) => ({ ...item, post: { ...item.post, media: [] } })) }
}

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}
