import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { plainText } from '../model/post.ts'
import type { Session } from '../model/session.ts'
import { saidPosts } from '../model/shown.ts'
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
  /** The home page of an archive of this one chat. */
  readonly home: string
}

export async function weigh(recording: SegmentChat): Promise<Weighed> {
  const { chat, date } = recording
  const session = await readRealSession(recording)
  const archive = { site, pages: [], chats: [{ chat, dates: [date], read: () => session }] }
  const folder = await mkdtemp(join(tmpdir(), 'weight-'))
  await buildSite({ archive, output: folder, content: folder })
  const page = await readFile(join(folder, chat.name, date, 'index.html'), 'utf8')
  const home = await readFile(join(folder, 'index.html'), 'utf8')
  const hour = await readFile(join(folder, chat.name, date, 'hour', 'index.html'), 'utf8')
  await rm(folder, { recursive: true })
  return {
    posts: saidPosts(session).length,
    bare: bareText(session, chat.zone),
    core: coreOf(page),
    page,
    hour,
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
