import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { readRealSession } from './bench/real-chat.ts'
import { isThere, segmentChats } from './bench/segment-chats.ts'
import { plainText } from './model/post.ts'
import type { Session } from './model/session.ts'
import { saidPosts } from './model/shown.ts'
import { clockFor } from './model/zone.ts'
import { buildSite } from './site/build-site.ts'

/** `npm run bench:weight`: what a real chat's page weighs beside its bare text. */
for (const recording of segmentChats.filter(isThere)) {
  const { chat, date } = recording
  const session = await readRealSession(recording)
  const folder = await mkdtemp(join(tmpdir(), 'weight-'))
  const site = {
    title: 'Hashtag chats',
    tagline: '',
    address: undefined,
    language: 'en',
    links: 'expanded',
    text: 'short',
    accent: undefined,
    contact: 'host@example.org',
    search: false,
  } as const
  const archive = { site, pages: [], chats: [{ chat, dates: [date], read: () => session }] }
  await buildSite({ archive, output: folder, content: 'content' })
  const page = await readFile(join(folder, chat.name, date, 'index.html'), 'utf8')
  const hour = await readFile(join(folder, chat.name, date, 'hour', 'index.html'), 'utf8')
  await rm(folder, { recursive: true })
  const bare = bareText(session, chat.zone)
  console.log(`\n${chat.title} ${date}: ${saidPosts(session).length} posts`)
  row('bare text', bare, bare)
  row('head, style and posts', core(page), bare)
  row('everything', page, bare)
  row('the hour page', hour, bare)
}

function bareText(session: Session, zone: string): string {
  const said = saidPosts(session)
  const clock = clockFor(zone, said[0]?.at ?? '', said.at(-1)?.at ?? '')
  return said
    .map(
      ({ post, at }) =>
        `${clock(at)} @${post.author.handle} ${plainText(post).replace(/\s+/g, ' ')} ${post.id}\n`,
    )
    .join('')
}

/** From the first byte to the style's end, and every list of posts. */
function core(page: string): string {
  const head = page.slice(0, page.indexOf('<body>'))
  return head + (page.match(/<ol>[\s\S]*?<\/ol>/g) ?? []).join('')
}

function row(name: string, text: string, bare: string): void {
  const gzip = gzipSync(text, { level: 9 }).length
  const brotli = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
  const ratio = gzip / gzipSync(bare, { level: 9 }).length
  console.log(
    `${name.padEnd(22)} ${String(Buffer.byteLength(text)).padStart(7)} ${String(gzip).padStart(6)} ${String(brotli).padStart(6)}  ${ratio.toFixed(3)}`,
  )
}
