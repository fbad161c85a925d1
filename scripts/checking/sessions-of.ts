import type { Archive } from '../model/archive.ts'
import { type LeftOut, leftOutOf } from './left-out-faults.ts'

/** Sessions by the files of their folder, `lgovsm/2010-12-17/hour/index.html`; each is read once. */
export type Sessions = {
  /** Undefined for a file that is no session's. */
  readonly find: (file: string) => LeftOut | undefined
  /** Where every session's page is, if it has one. */
  readonly pages: readonly string[]
}

export function sessionsOf({ chats }: Archive): Sessions {
  const readers = new Map<string, () => LeftOut>(
    chats.flatMap(({ chat, dates, read }) =>
      dates.map((date) => [`${chat.name}/${date}`, () => leftOutOf(chat, read(date))] as const),
    ),
  )
  const known = new Map<string, LeftOut>()
  return {
    pages: [...readers.keys()].map((folder) => `${folder}/index.html`),
    find: (file) => {
      const folder = file.split('/').slice(0, 2).join('/')
      const leftOut = known.get(folder) ?? readers.get(folder)?.()
      if (leftOut) known.set(folder, leftOut)
      return leftOut
    },
  }
}
