import { fieldNames, hash, hashFields } from './fields.ts'
import type { Ledger, LedgerPost, LedgerSegment } from './ledger.ts'
import { lettersOf } from './letters-of.ts'
import { type Post, plainText } from './post.ts'
import { emptied } from './removed.ts'
import type { FiledPost, Segment, Session } from './session.ts'
import { either, isWithdrawn, postsAlone, type Withdrawn, withoutCopies } from './withdrawn.ts'

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
 * thread remain, and the host's note. Copies in other posts go too, the host's post that passed an answer on, and a question's heading that says what a
 * removed post said, unless the host wrote it. The ledger forgets the hashes of all that is gone.
 */
export function withdraw(session: Session, ledger: Ledger, asked: Withdrawn): Withdrawal {
  const withdrawn = either(asked, postsAlone(relaysOf(session, asked)))
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
    if (known) posts.set(post.id, rebased(known, post, left))
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

/** A host's post that passed on an answer says the same once more. */
function relaysOf({ segments }: Session, withdrawn: Withdrawn): ReadonlySet<string> {
  const gone = segments.flatMap(({ posts }) =>
    posts.filter(({ post, relay }) => relay && (post.removed || isWithdrawn(post, withdrawn))),
  )
  return new Set(gone.flatMap(({ relay }) => relay ?? []))
}

/** The base without what was taken out, so that neither the host nor the network counts as having changed it. */
function rebased(known: LedgerPost, before: Post, after: Post): LedgerPost {
  const was = hashFields(before)
  const is = hashFields(after)
  const fields = fieldNames.flatMap((name) => {
    const isNew = was[name] !== is[name] && (name !== 'text' || known.fields[name] === was[name])
    const value = isNew ? is[name] : known.fields[name]
    return value === undefined ? [] : [[name, value]]
  })
  return { ...known, fields: Object.fromEntries(fields) }
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
