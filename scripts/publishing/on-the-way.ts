import type { SiteFile } from './file-hash.ts'
import type { Place } from './place.ts'
import type { CopyPlan } from './plan-copy.ts'
import { formatList, onTheWayName, type Published } from './published-list.ts'

/** What stands beside the site while files are on their way, so that the next run knows what has arrived. */
export type Note = {
  readonly write: () => Promise<void>
  /** This has arrived; written down once that is worth its bytes. */
  readonly add: (file: string) => Promise<void>
}

export type NoteInput = {
  readonly place: Place
  readonly plan: CopyPlan
  readonly files: ReadonlyMap<string, SiteFile>
  readonly left: Published | undefined
}

/** Less than this is sooner sent again than written down. */
const leastBytes = 256 * 1024
/** A note costs at most a part of what it saves. */
const worth = 20

/**
 * Of files none of which has arrived or gone yet, and of what runs that broke off before had put there. What is to be
 * removed is in it too: it may be gone while the list still has it.
 */
export function createNote({ place, plan, files, left = new Map() }: NoteInput): Note {
  const awaited = [...plan.added, ...plan.changed, ...plan.removed].map((file) => [file, ''] as const)
  const hashes = new Map([...left, ...awaited])
  let bytes = 0
  let writing = Promise.resolve()
  const write = () => {
    bytes = 0
    writing = writing.then(() => place.put(Buffer.from(formatList(hashes)), onTheWayName))
    return writing
  }
  return {
    write,
    add: async (file) => {
      const { hash = '', bytes: size = 0 } = files.get(file) ?? {}
      hashes.set(file, hash)
      bytes += size
      if (bytes < leastBytes) return
      if (bytes >= worth * formatList(hashes).length) await write()
    },
  }
}
