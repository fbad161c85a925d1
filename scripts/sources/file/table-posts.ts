import { createHash } from 'node:crypto'
import type { Post, Run } from '../../model/post.ts'
import { isWebAddress } from '../link.ts'
import { mayBeEscaped, unescapeText } from '../x/escapes.ts'
import { toLanguage } from '../x/language.ts'
import { addressOf } from '../x/post.ts'
import { findTime } from '../x/snowflake.ts'
import { toRuns } from '../x/text.ts'
import { findColumns, requireColumns } from './columns.ts'
import { findDayOrder } from './day-order.ts'
import { type Draft, toDrafts } from './draft.ts'
import { parseUrls } from './old-tweet.ts'
import { type Placed, placeInTime } from './placed.ts'
import { parseTable } from './table.ts'
import { warningsFor } from './table-warnings.ts'

export type TableOptions = {
  /** UTC instant of a local date and time (`2010-12-17T13:02:11`) in the chat's zone. */
  readonly toInstant: (localDateTime: string) => string
  /** Local date of the session that is wanted: tells 10/12 from 12/10. */
  readonly date?: string | undefined
}

/** A post and the line where it stands, for messages. */
export type RowPost = { readonly post: Post; readonly where: string }

/**
 * Posts of a table: a line a post, the columns named in the first. A post without a whole id gets one of its
 * own (`csv:` and a hash of time, handle and text), the same at every reading.
 */
export function tablePosts(
  text: string,
  file: string,
  options: TableOptions,
): { posts: RowPost[]; warnings: string[] } {
  const rows = parseTable(text, file, (names) => findColumns(names).size)
  const columns = requireColumns(rows[0]?.cells ?? [], `${file}:${rows[0]?.line ?? 1}`)
  const drafts = toDrafts(rows, columns, file)
  const dated = drafts.flatMap(({ when, id }) =>
    when ? [{ when, idDate: findTime(id ?? '')?.slice(0, 10) }] : [],
  )
  const order = findDayOrder(dated, options.date)
  const placed = drafts.map((draft) => ({
    draft,
    place: placeInTime(draft, { order: order ?? 'dayFirst', toInstant: options.toInstant }),
  }))
  const isEscaped = drafts.every((draft) => mayBeEscaped(draft.text))
  return {
    posts: placed.map(({ draft, place }) => ({ post: toPost(draft, place, isEscaped), where: draft.where })),
    warnings: warningsFor(file, placed, order),
  }
}

function toPost(draft: Draft, { at, id: ownId }: Placed, isEscaped: boolean): Post {
  const text = toText(draft, isEscaped)
  const id = ownId ?? madeUpId(at, draft)
  return {
    id,
    at,
    author: { id: draft.authorId, handle: draft.handle, name: draft.name },
    url: ownId === undefined ? addressIn(draft) : addressOf(draft.handle, ownId),
    text,
    media: [],
    poll: undefined,
    lang: toLanguage(draft.lang),
    replyTo: draft.replyTo,
    replyToUser: draft.replyToUser,
    conversation: draft.conversation === id ? undefined : draft.conversation,
    quotes: draft.quotes,
    quoted: undefined,
    repostOf: draft.repostOf,
    versions: [],
    sensitive: false,
    withheldIn: [],
  }
}

/** A file from the API is escaped in all its rows; one bare `&` or `<` anywhere says that it is not. */
function toText(draft: Draft, isEscaped: boolean): Run[] {
  return toRuns(draft.text, parseUrls(draft.entities), isEscaped ? unescapeText : (text) => text)
}

function madeUpId(at: string, { handle = '', text }: Draft): string {
  return `csv:${createHash('sha256').update(`${at}\n${handle}\n${text}`).digest('hex').slice(0, 16)}`
}

/** An address with a damaged id would lead to somebody else's post. */
function addressIn({ address, isIdRounded }: Draft): string | undefined {
  return isWebAddress(address) && !isIdRounded ? address : undefined
}
