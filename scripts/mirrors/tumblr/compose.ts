import { createHash } from 'node:crypto'
import { sessionPath } from '../../../templates/parts/address.ts'
import { summarize } from '../../model/summary.ts'
import { addSeconds, toInstant } from '../../model/zone.ts'
import type { MirrorSource, Piece } from '../mirror.ts'
import { linesOf } from './lines.ts'
import { type Block, portable } from './npf.ts'
import { composeParts } from './parts.ts'
import { tagsOf } from './tags.ts'

/** A post as it is sent to Tumblr. */
export type TumblrPiece = Piece & {
  readonly blocks: readonly Block[]
  /** Where the session stands in the archive; undefined until that is known. */
  readonly source: string | undefined
}

/** A session as posts on Tumblr, in the order in which they are to be read; [] where nothing was said. */
export function compose(source: MirrorSource): TumblrPiece[] {
  const { site, chat, session } = source
  const start = summarize(chat, session).start ?? toInstant(`${session.date}T${chat.time}`, chat.zone)
  const tags = tagsOf(chat, session)
  const address = site.address && new URL(sessionPath(chat.name, session.date).slice(1), site.address).href
  return composeParts(source).map(({ key, blocks }, index) => {
    const at = key === 'all' ? start : partTime(start, index)
    return {
      key,
      slug: slugOf(chat.name, session.date, key),
      at,
      hash: hashOf([blocks.map(portable), tags, at, address]),
      lines: linesOf(blocks),
      tags,
      pictures: blocks.filter(({ type }) => type === 'image').length,
      blocks,
      source: address,
    }
  })
}

/** Tumblr keeps 55 letters of it. */
function slugOf(chat: string, date: string, key: string): string {
  return [chat.slice(0, 34), date, ...(key === 'all' ? [] : [key])].join('-')
}

/** A blog shows the newest date first: within the chat's first minute each part is a second before the one above. */
function partTime(start: string, index: number): string {
  return addSeconds(start, 59 - index)
}

function hashOf(sent: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(sent)).digest('base64url').slice(0, 16)
}
