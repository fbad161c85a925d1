import { type FieldName, hash, hashFields } from './fields.ts'
import type { Ledger, LedgerPost, LedgerSegment } from './ledger.ts'
import { type Post, plainText } from './post.ts'
import { emptied } from './removed.ts'
import type { FiledPost, Segment, Session } from './session.ts'
import { isWithdrawn, type Withdrawn, withoutCopies } from './withdrawn.ts'

export type Withdrawal = {
  readonly session: Session
  readonly ledger: Ledger
  /** Posts that were removed now, as they were. */
  readonly removed: readonly Post[]
  /** Ids of posts that lost their copy of a withdrawn one, or the number of a withdrawn person. */
  readonly stripped: readonly string[]
}

/**
 * A session without the posts that are withdrawn: where each stood, its address, its time and its place in the
 * thread remain, and the host's note. Copies in other posts go too, and a question's heading that says what a
 * removed post said, unless the host wrote it. The ledger forgets the hashes of all that is gone.
 */
export function withdraw(session: Session, ledger: Ledger, withdrawn: Withdrawn): Withdrawal {
  const removed: Post[] = []
  const stripped: string[] = []
  const posts = new Map(ledger.posts)
  const segments = new Map(ledger.segments)
  const settle = (filed: FiledPost): FiledPost => {
    const { post } = filed
    const known = posts.get(post.id)
    if (post.removed || isWithdrawn(post, withdrawn)) {
      if (known) posts.set(post.id, { ...known, fields: {} })
      if (post.removed) return filed
      removed.push(post)
      return { ...filed, post: emptied(post) }
    }
    const left = withoutCopies(post, withdrawn)
    if (left === post) return filed
    stripped.push(post.id)
    if (known) posts.set(post.id, rebased(known, left))
    return { ...filed, post: left }
  }
  const settled = session.segments.map((segment): Segment => {
    const gone = removed.length
    const kept = { ...segment, posts: segment.posts.map(settle) }
    const base = segments.get(segment.key)
    if (!says(segment, removed.slice(gone)) || !isOurs(segment, base)) return kept
    if (base) segments.set(segment.key, { ...base, question: hash('') })
    return { ...kept, question: '' }
  })
  return {
    session: { ...session, segments: settled },
    ledger: { posts, segments },
    removed,
    stripped,
  }
}

/** With the base of what was taken out as it is now: the host did not edit it. */
function rebased(known: LedgerPost, post: Post): LedgerPost {
  const changed: readonly FieldName[] = ['quoted', 'thread']
  const now = hashFields(post)
  const others = Object.entries(known.fields).filter(([name]) => !changed.some((one) => one === name))
  const fresh = changed.flatMap((name) => (now[name] === undefined ? [] : [[name, now[name]]]))
  return { ...known, fields: Object.fromEntries([...others, ...fresh]) }
}

/** A heading that the host did not change since the program wrote it. */
function isOurs({ question }: Segment, base: LedgerSegment | undefined): boolean {
  return base === undefined || base.question === hash(question)
}

/** A question's heading is made of the posts that asked it: label, links and hashtags are left off there. */
function says({ question }: Segment, posts: readonly Post[]): boolean {
  const words = lettersOf(question)
  if (words === '') return false
  return posts.some((post) => {
    const said = lettersOf(plainText(post))
    const body = lettersOf(plainText(post).replace(/^\W*Q\W?\d+\W*|[#＃][\p{L}\p{N}_]+/giu, ' '))
    return said.includes(words) || (body.length >= 12 && words.includes(body))
  })
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
}
