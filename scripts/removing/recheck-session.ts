import { readFolder } from '../content/read-session.ts'
import { requireTimes } from '../fetching/require-times.ts'
import { saveSession } from '../fetching/save-session.ts'
import type { Chat } from '../model/chat.ts'
import type { Post } from '../model/post.ts'
import { postsAlone } from '../model/withdrawn.ts'
import type { LookedUp } from '../sources/x/look-up-posts.ts'
import type { Verdict } from '../sources/x/verdicts.ts'
import { askedPosts } from './asked-posts.ts'
import { applyRemoval, planRemoval } from './everywhere.ts'

export type RecheckInput = {
  readonly root: string
  readonly chat: Chat
  readonly date: string
  /** Asks X for posts by the ids of their newest versions. */
  readonly look: (ids: readonly string[]) => Promise<LookedUp>
  /** Whether to believe X where it says that most of a session is gone. */
  readonly believe: boolean
}

export type Rechecked = {
  readonly date: string
  /** How many of the posts that were asked for have which verdict. */
  readonly counts: Readonly<Record<Verdict, number>>
  /** X says that most of the session is gone, and nothing was done. */
  readonly isDoubtful: boolean
}

const gone: readonly Verdict[] = ['deleted', 'private', 'withheld']

/**
 * Asks X for what a session holds; removes what X says is gone, wherever it stands or is quoted, and takes over
 * what was edited. What X says nothing of stays.
 */
export async function recheckSession(input: RecheckInput): Promise<Rechecked> {
  const { root, chat, date, look, believe } = input
  const { session } = readFolder(root, chat, date)
  const asked = askedPosts(session)
  const { verdicts, edited } = asked.size === 0 ? nothing : await look([...asked.values()])
  const own = new Set(session.segments.flatMap(({ posts }) => posts.map(({ post }) => post.id)))
  const said = [...asked].map(([id, newest]) => ({ id, verdict: ofCopy(verdicts.get(newest), own.has(id)) }))
  const counts = countVerdicts(said)
  const ids = said.flatMap(({ id, verdict }) => (gone.includes(verdict) ? [id] : []))
  if (!believe && isDoubtful(ids.length, asked.size)) return { date, counts, isDoubtful: true }
  if (ids.length > 0) {
    const plans = planRemoval(root, postsAlone(new Set(ids)), ids)
    applyRemoval(root, { plans, additions: { posts: ids, people: [] }, secret: undefined, words: ids })
  }
  update(
    input,
    edited.filter(({ id }) => own.has(id)),
  )
  return { date, counts, isDoubtful: false }
}

/** A quoted post stays as it was when it was quoted. */
function ofCopy(verdict: Verdict = 'unanswered', isOwn: boolean): Verdict {
  return verdict === 'edited' && !isOwn ? 'there' : verdict
}

const nothing: LookedUp = { verdicts: new Map(), edited: [] }

/** A few posts of each session go with time; if most of it went at once, X or the way to it is broken. */
function isDoubtful(goneNow: number, asked: number): boolean {
  return goneNow > 10 && goneNow > asked / 2
}

function update({ root, chat, date }: RecheckInput, posts: readonly Post[]): void {
  if (posts.length === 0) return
  const times = requireTimes(chat, date, readFolder(root, chat, date).session.plan)
  saveSession({ root, chat, times, posts, readTo: undefined, adopt: false, dryRun: false })
}

function countVerdicts(said: readonly { readonly verdict: Verdict }[]): Record<Verdict, number> {
  const counts = { there: 0, edited: 0, deleted: 0, private: 0, withheld: 0, unanswered: 0 }
  for (const { verdict } of said) counts[verdict]++
  return counts
}
