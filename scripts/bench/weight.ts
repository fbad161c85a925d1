import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { plainText } from '../model/post.ts'
import type { Session } from '../model/session.ts'
import { saidPosts } from '../model/shown.ts'
import type { Site } from '../model/site.ts'
import { clockFor } from '../model/zone.ts'
import { buildSite } from '../site/build-site.ts'
import { readRealSession } from './real-chat.ts'
import type { SegmentChat } from './segment-chats.ts'

/** A recorded chat's page, and what it is measured by. */
export type Weighed = {
  readonly posts: number
  /** `13:02:11 @handle text id`, a line a post; links as they are shown. */
  readonly bare: string
  /** From the first byte to the end of the style, and every list of posts. */
  readonly core: string
  /** The whole page. */
  readonly page: string
  /** The page of the hour as it happened. */
  readonly hour: string
  /** Its post in the blog, and the page where the blog is the whole site; of each, what `core` is of the page. */
  readonly post: string
  readonly postCore: string
  readonly themed: string
  readonly themedCore: string
  /** The home page of an archive of this one chat. */
  readonly home: string
}

/** With the settings of a site that differ from those below. */
export async function weigh(recording: SegmentChat, settings: Partial<Site> = {}): Promise<Weighed> {
  const { chat, date } = recording
  const session = await readRealSession(recording)
  const archive = {
    site: { ...site, ...settings },
    pages: [],
    chats: [{ chat, dates: [date], read: () => session }],
  }
  const folder = await mkdtemp(join(tmpdir(), 'weight-'))
  await buildSite({ archive, output: folder, content: folder })
  const page = await readFile(join(folder, chat.name, date, 'index.html'), 'utf8')
  const home = await readFile(join(folder, 'index.html'), 'utf8')
  const hour = await readFile(join(folder, chat.name, date, 'hour', 'index.html'), 'utf8')
  const withBlog = { ...archive, site: { ...site, theme: 'tumblr' } as const }
  await buildSite({ archive: withBlog, output: folder, content: folder })
  const post = await readFile(join(folder, 'blog/post', date, 'index.html'), 'utf8')
  const themed = await readFile(join(folder, chat.name, date, 'index.html'), 'utf8')
  await rm(folder, { recursive: true })
  return {
    posts: saidPosts(session).length,
    bare: bareText(session, chat.zone),
    core: coreOf(page),
    page,
    hour,
    post,
    postCore: coreOf(post),
    themed,
    themedCore: coreOf(themed),
    home,
  }
}

/** Bytes after gzip -9. */
export function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length
}

function bareText(session: Session, zone: string): string {
  const said = saidPosts(session)
  const clock = clockFor(zone, said[0]?.at ?? '', said.at(-1)?.at ?? '')
  const line = ({ post, at }: (typeof said)[number]) =>
    `${clock(at)} @${post.author.handle} ${plainText(post).replace(/\s+/g, ' ')} ${post.id}\n`
  return said.map(line).join('')
}

function coreOf(page: string): string {
  const head = page.slice(0, page.indexOf('<body>'))
  return head + (page.match(/<ol>[\s\S]*?<\/ol>/g) ?? []).join('')
}

const site = {
  title: 'Hashtag chats',
  tagline: '',
  address: 'https://example.org/archive/',
  language: 'en',
  links: 'expanded',
  text: 'short',
  accent: undefined,
  contact: 'host@example.org',
  search: true,
  textFiles: true,
  media: 'small',
  mediaHosts: [],
  maxCost: 10,
} as const
