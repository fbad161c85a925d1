import type { Archive } from '../model/archive.ts'
import { Problem } from '../model/problem.ts'

/** The archive with the sessions of one year alone, so that no page of it leads to another year. */
export function ofYear(archive: Archive, year: string): Archive {
  const chats = archive.chats.map((one) => ({
    ...one,
    dates: one.dates.filter((date) => date.startsWith(`${year}-`)),
  }))
  if (chats.some(({ dates }) => dates.length > 0)) return { ...archive, chats }
  const years = new Set(archive.chats.flatMap(({ dates }) => dates.map((date) => date.slice(0, 4))))
  const known = years.size === 0 ? 'there is no session yet' : `there is ${[...years].sort().join(', ')}`
  throw new Problem(`"${year}" is no year with sessions: ${known}`)
}

/** `lgovsm-2010`; `archive-2010` where there are several chats, `lgovsm` for all years. */
export function packName({ chats }: Archive, year: string | undefined): string {
  const [only] = chats
  const name = chats.length === 1 && only ? only.chat.name : 'archive'
  return year === undefined ? name : `${name}-${year}`
}
