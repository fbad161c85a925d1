import { Problem } from '../../model/problem.ts'
import { wellFormed } from '../well-formed.ts'
import type { Column, Columns } from './columns.ts'
import { findAddressed, findId, isRounded, isScientific } from './row-ids.ts'
import type { Row } from './table.ts'
import { findWhen, type When } from './when.ts'

/** What one row says, before the whole file has told how to read it. */
export type Draft = {
  readonly where: string
  /** As in the cell: it may be escaped. */
  readonly text: string
  /** The old API's list of links as JSON; '' where there is none. */
  readonly entities: string
  readonly handle: string | undefined
  readonly name: string
  readonly authorId: string | undefined
  /** Whole, as far as the row can tell. */
  readonly id: string | undefined
  readonly isIdRounded: boolean
  readonly when: When | undefined
  /** The cells that should hold the time, for messages. */
  readonly timeText: string
  readonly address: string
  readonly lang: string | undefined
  readonly replyTo: string | undefined
  readonly replyToUser: string | undefined
  readonly quotes: string | undefined
  readonly repostOf: string | undefined
  readonly conversation: string | undefined
}

/** Rows below a header as drafts. Throws a Problem for a row that cannot be a post. */
export function toDrafts([header, ...rows]: readonly Row[], columns: Columns, file: string): Draft[] {
  for (const row of rows) refuseOverflow(row, header?.cells.length ?? 0, file)
  const cellsOf = (column: Column) => rows.map((row) => row.cells[columns.get(column) ?? -1] ?? '')
  const idColumns = [...columns.keys()]
  const rounded = new Set(idColumns.filter((column) => isRounded(cellsOf(column))))
  return rows.map((row) => toDraft({ row, columns, rounded, where: `${file}:${row.line}` }))
}

/** A comma in a text without quotes has cut it: the rest must not be lost. */
function refuseOverflow({ cells, line }: Row, width: number, file: string): void {
  if (cells.slice(width).every((cell) => cell.trim() === '')) return
  const advice = 'put quotes around a text that holds the separator'
  throw new Problem(
    `${file}:${line}: this row has ${cells.length} cells and the first line ${width}: ${advice}`,
  )
}

type RowContext = {
  readonly row: Row
  readonly columns: Columns
  /** Columns whose ids have lost their last digits. */
  readonly rounded: ReadonlySet<Column>
  readonly where: string
}

function toDraft({ row, columns, rounded, where }: RowContext): Draft {
  const cell = (column: Column) => wellFormed(row.cells[columns.get(column) ?? -1] ?? '')
  const whole = (column: Column) => (rounded.has(column) ? undefined : findId(cell(column)))
  const addressed = findAddressed(cell('address'))
  const handle = cell('handle').trim().replace(/^@/, '') || ownHandle(addressed?.handle)
  const isIdRounded = rounded.has('id') || isScientific(cell('id'))
  const ownAddress = isOwn(addressed?.handle, handle) && !rounded.has('address') ? addressed?.id : undefined
  const times = timeTexts(cell)
  const when = times.map(findWhen).find((found) => found !== undefined)
  return {
    where,
    text: required(cell('text'), where),
    entities: cell('entities'),
    handle,
    name: cell('name').trim(),
    authorId: whole('authorId'),
    id: whole('id') ?? ownAddress,
    isIdRounded,
    when,
    timeText: times[0] ?? '',
    address: cell('address').trim(),
    lang: cell('lang').trim() || undefined,
    replyTo: whole('replyTo'),
    replyToUser: whole('replyToUser'),
    quotes: whole('quotes'),
    repostOf: whole('repostOf'),
    conversation: whole('conversation'),
  }
}

/** Most exact first. A date and a time of day may stand in columns of their own. */
function timeTexts(cell: (column: Column) => string): string[] {
  const [date, time] = [cell('date').trim(), cell('time').trim()]
  return [cell('moment').trim(), `${date} ${time}`.trim(), time, date].filter((text) => text !== '')
}

function required(text: string, where: string): string {
  if (text.trim() !== '') return text
  throw new Problem(`${where}: this row has no text: fill it in, or delete the row`)
}

/** X's addresses work with `i` for any handle; very old ones say `statuses`. */
function ownHandle(handle: string | undefined): string | undefined {
  return handle === 'i' ? undefined : handle
}

/** Whether an address is that of the row's own post and not of one that it quotes. */
function isOwn(addressed: string | undefined, handle: string | undefined): boolean {
  if (addressed === undefined) return false
  return addressed === 'i' || handle === undefined || addressed.toLowerCase() === handle.toLowerCase()
}
