import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishFolder } from '../../scripts/publishing/publish-folder.ts'
import { buildSite } from '../../scripts/site/build-site.ts'
import { listFiles } from '../../scripts/site/found-files.ts'
import { chat, filed, post, segment, session } from '../builders.ts'
import { held } from '../site/archive.ts'
import { site } from '../templates/site.ts'
import { noProgress, siteOf } from './site.ts'
import { noWebServer, type WebServer, type WebServerName, webServers } from './web-servers.ts'

/** The published folder below /archive/ of Debian's web servers, with their default settings. */

let root = ''
let remove = () => {}
const served = mkdtempSync(join(tmpdir(), 'served-'))
const folder = join(served, 'html')
beforeAll(async () => {
  chmodSync(served, 0o755)
  ;({ root, remove } = siteOf({}))
  const address = 'https://example.org/archive/'
  const posts = [filed(post({ id: '1', at: '13:05:10', by: 'loulouk', text: 'Café, tŷ, “quotes”' }))]
  await buildSite({
    archive: {
      site: { ...site, address, search: true },
      pages: [],
      chats: [held(chat(), [session([segment('q1', posts)], { checked: true })])],
    },
    output: join(root, 'dist'),
    content: root,
  })
  await publishFolder({
    root,
    path: join(folder, 'archive'),
    force: false,
    dryRun: false,
    progress: noProgress,
  })
})
afterAll(() => {
  remove()
  rmSync(served, { recursive: true, force: true })
})

// What docs/hosting.md says to add.
const added: Record<WebServerName, readonly string[]> = {
  nginx: [
    'error_page 404 /archive/404.html;',
    'charset utf-8;',
    'location ~ \\.ics$ { types { text/calendar ics; } }',
  ],
  apache2: ['ErrorDocument 404 /archive/404.html'],
}

const names = Object.keys(webServers) as WebServerName[]

describe.each(names)('%s with its default settings', (name) => {
  const reason = noWebServer(name)
  let server: WebServer | undefined
  beforeAll(async () => {
    if (!reason) server = await webServers[name].start({ root: folder, folder: join(served, name) })
  })
  afterAll(() => server?.close())
  const get = (path: string) => fetch(`${server?.address}archive/${path}`)

  test.skipIf(reason)(`gives every file as it is, pages by their folder too${said(reason)}`, async () => {
    const files = listFiles(join(root, 'dist'))
    expect(files).toContain('lgovsm/2010-12-17/session.txt')
    expect(files.some((file) => file.includes('pagefind'))).toBe(true)
    for (const file of files) {
      const answer = await get(file)
      expect([file, answer.status]).toEqual([file, 200])
      expect(
        Buffer.from(await answer.arrayBuffer()).equals(readFileSync(join(root, 'dist', file))),
        file,
      ).toBe(true)
    }
    const page = await get('lgovsm/2010-12-17/')
    expect([page.status, await page.text()]).toEqual([
      200,
      readFileSync(join(root, 'dist/lgovsm/2010-12-17/index.html'), 'utf8'),
    ])
    expect((await get('nowhere/')).status).toBe(404)
  })

  test.skipIf(reason).each([
    ['lgovsm/2010-12-17/index.html', /^text\/html/],
    ['lgovsm/feed.xml', /xml/],
    ['sitemap.xml', /xml/],
    ['lgovsm/2010-12-17/session.txt', /^text\/plain/],
  ])(`says of %s what it is${said(reason)}`, async (file, type) => {
    expect((await get(file)).headers.get('content-type')).toMatch(type)
  })
})

describe.each(names)('%s with what docs/hosting.md adds', (name) => {
  const reason = noWebServer(name)
  let server: WebServer | undefined
  beforeAll(async () => {
    const place = { root: folder, folder: join(served, `${name}-added`), lines: added[name] }
    if (!reason) server = await webServers[name].start(place)
  })
  afterAll(() => server?.close())
  const get = (path: string) => fetch(`${server?.address}archive/${path}`)

  test.skipIf(reason)(`has a page for missing addresses${said(reason)}`, async () => {
    const missing = await get('nowhere/')
    expect([missing.status, await missing.text()]).toEqual([
      404,
      readFileSync(join(root, 'dist/404.html'), 'utf8'),
    ])
  })

  test.skipIf(reason)(
    `says what calendars are, and in which letters text is written${said(reason)}`,
    async () => {
      expect((await get('lgovsm/calendar.ics')).headers.get('content-type')).toMatch(/^text\/calendar/)
      const text = (await get('lgovsm/2010-12-17/session.txt')).headers.get('content-type')
      expect(text).toMatch(name === 'nginx' ? /^text\/plain; charset=utf-8$/ : /^text\/plain/)
    },
  )
})

function said(reason: string | undefined): string {
  return reason === undefined ? '' : ` (skipped: ${reason})`
}
