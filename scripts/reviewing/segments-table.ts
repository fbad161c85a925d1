import { inOrder, type Post, plainText } from '../model/post.ts'
import { segmentOrder } from '../model/session.ts'
import { localDate, localTime } from '../model/zone.ts'
import { fitColumns } from '../terminal/columns.ts'
import type { OpenSession } from './open-session.ts'

/** Columns of the table; with two spaces between them 100 in all. */
const widths = { time: 8, who: 16, words: 36, key: 7, why: 8, runnerUp: 15 }

/** Each post of a session with its question, the reason, and where it would stand otherwise, in lines. */
export function segmentsTable(open: OpenSession): string[] {
  const heads = new Map(open.folder.session.segments.map((segment) => [segment.key, segment.question]))
  return [
    ...open.segments.map(({ key, question: found, start, end }) => {
      const question = heads.get(key) || found
      const from = localTime(start, open.chat.zone)
      const to = localTime(end, open.chat.zone)
      return fitColumns(`${key}  ${from} to ${to}  ${question}`, 100).trimEnd()
    }),
    '',
    row(['time', 'who', 'first words', 'place', 'reason', 'else']),
    ...inOrder(open.posts).map((post) => postRow(post, open)),
    '',
    ...sums(open),
  ]
}

function postRow(post: Post, { chat, folder, filings }: OpenSession): string {
  const filing = filings.get(post.id)
  const date = localDate(post.at, chat.zone)
  const time = date === folder.session.date ? localTime(post.at, chat.zone) : date.slice(5)
  const { handle, name } = post.author
  const { key = '', why = '', runnerUp } = filing ?? {}
  const other = runnerUp ? `${runnerUp.key} ${runnerUp.why}` : ''
  return row([time, handle === undefined ? name : `@${handle}`, plainText(post), key, why, other])
}

function row(cells: readonly [string, string, string, string, string, string]): string {
  const columns = Object.values(widths)
  return cells
    .map((cell, i) => fitColumns(cell, columns[i] ?? 0))
    .join('  ')
    .trimEnd()
}

/** `72 posts: before 5, q1 20, …`, `by label 30, clock 4, …` */
function sums({ filings }: OpenSession): string[] {
  const all = [...filings.values()]
  const keys = tally(all.map(({ key }) => key)).sort(([a], [b]) => segmentOrder(a) - segmentOrder(b))
  const reasons = tally(all.map(({ why }) => why)).sort(([, a], [, b]) => b - a)
  const list = (pairs: readonly [string, number][]) => pairs.map((pair) => pair.join(' ')).join(', ')
  return [...folded(`${all.length} posts: ${list(keys)}`), ...folded(`by ${list(reasons)}`)]
}

/** Lines of at most 100 columns. */
function folded(text: string): string[] {
  return text.match(/.{1,99}(?:\s|$)/g) ?? []
}

function tally(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
}
