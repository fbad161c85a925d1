import type { SessionSummary } from '../../scripts/model/summary.ts'
import type { ChatData } from './site-data.ts'

/** A page of a list that is cut by year: the first one, or one year's. */
export type YearPart = {
  readonly chat: ChatData
  /** `2010`; undefined on the first page, which shows the newest sessions, or all where there are few. */
  readonly year: string | undefined
  /** Newest first. */
  readonly sessions: readonly SessionSummary[]
  /** Years that have a page of their own, newest first; [] where the first page shows all. */
  readonly years: readonly string[]
}

/** Two years of a weekly chat: as much as a page bears. */
const most = 104

export function yearParts(chat: ChatData): YearPart[] {
  const newestFirst = chat.sessions.toReversed()
  if (newestFirst.length <= most) return [{ chat, year: undefined, sessions: newestFirst, years: [] }]
  const years = [...new Set(newestFirst.map(yearOf))]
  const ofYear = (year: string) => newestFirst.filter((session) => yearOf(session) === year)
  return [
    { chat, year: undefined, sessions: newestYears(newestFirst), years },
    ...years.map((year) => ({ chat, year, sessions: ofYear(year), years })),
  ]
}

/** Whole years, until half of what a page bears is reached. */
function newestYears(newestFirst: readonly SessionSummary[]): SessionSummary[] {
  const last = newestFirst[most / 2 - 1]
  return newestFirst.filter((session) => !last || yearOf(session) >= yearOf(last))
}

function yearOf({ date }: SessionSummary): string {
  return date.slice(0, 4)
}
