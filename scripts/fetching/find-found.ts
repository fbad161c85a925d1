import type { Found } from '../model/found.ts'
import type { Count, Reading } from '../sources/source.ts'

/** How much was found, and why that may not be known. */
export type Completeness = { readonly found: Found; readonly note: string | undefined }

/**
 * What was read against what the network counts. Both count every version and what is dropped, so that what
 * one has and the other has not is missing. A count that does not fit says nothing.
 */
export function findFound({ posts, found, isWhole }: Reading, count: Count): Completeness {
  const base = { posts: posts.length, from: 'network' } as const
  const unknown = isWhole ? undefined : 'more'
  if (count.posts === undefined) return { found: { ...base, of: unknown }, note: count.why }
  const missing = count.posts - found
  if (missing >= 0) return { found: { ...base, of: posts.length + missing }, note: undefined }
  const note = `X counts ${count.posts}, but gave ${found}: its count does not fit`
  return { found: { ...base, of: unknown }, note }
}
