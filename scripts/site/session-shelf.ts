import type { Session } from '../model/session.ts'

/** Some two years of a weekly chat are read once; of a larger archive the rest is read again for its pages. */
const mostKept = 100

/** Sessions that were read, by chat and date, kept until their pages are made. */
export type Shelf = {
  /** For a summary: what there is room for stays for its pages. */
  readonly look: (name: string, read: () => Session) => Session
  /** For pages: several are made from one reading. */
  readonly take: (name: string, read: () => Session) => Session
  /** Lets go of what was taken. */
  readonly forget: () => void
  readonly wereRead: () => readonly string[]
}

export function createShelf(): Shelf {
  const kept = new Map<string, Session>()
  const taken = new Set<string>()
  const wereRead = new Set<string>()
  const find = (name: string, read: () => Session) => {
    wereRead.add(name)
    return kept.get(name) ?? read()
  }
  return {
    look: (name, read) => {
      const session = find(name, read)
      if (kept.size < mostKept) kept.set(name, session)
      return session
    },
    take: (name, read) => {
      const session = find(name, read)
      kept.set(name, session)
      taken.add(name)
      return session
    },
    forget: () => {
      for (const name of taken) kept.delete(name)
      taken.clear()
    },
    wereRead: () => [...wereRead],
  }
}
