import type { Answer, XProblem } from './answer.ts'
import { kindOf } from './problems.ts'

/**
 * What X says of a post that was asked for by its id. `deleted` and `private` only where X says so of this very
 * post; `unanswered` where it says nothing, or that it could not.
 */
export type Verdict = 'there' | 'edited' | 'deleted' | 'private' | 'withheld' | 'unanswered'

export type Judged = {
  readonly verdict: Verdict
  /** Id of the newest version, where there is a newer one than was asked for. */
  readonly newest: string | undefined
}

/** One verdict for each id. What an answer says of others is passed over. */
export function judge(ids: readonly string[], answer: Answer): ReadonlyMap<string, Judged> {
  return new Map(ids.map((id) => [id, judgeOne(id, answer)]))
}

function judgeOne(id: string, { posts, includes, problems }: Answer): Judged {
  const post = posts.find((one) => one.id === id)
  if (!post) return { verdict: verdictOf(id, problems), newest: undefined }
  const author = includes.users.find((user) => user.id === post.authorId)
  const newest = post.versions.at(-1)
  if (author?.isProtected) return { verdict: 'private', newest: undefined }
  if (post.withheldIn.length > 0 || (author?.withheldIn.length ?? 0) > 0) {
    return { verdict: 'withheld', newest: undefined }
  }
  return newest === id ? { verdict: 'there', newest: undefined } : { verdict: 'edited', newest }
}

function verdictOf(id: string, problems: readonly XProblem[]): Verdict {
  const own = problems.filter(({ parameter, value, resource_id }) => {
    return (value === id || resource_id === id) && (parameter === 'ids' || parameter === 'id')
  })
  const verdicts = new Set(own.map((problem) => kinds.get(kindOf(problem)) ?? 'unanswered'))
  const [verdict] = verdicts
  return verdicts.size === 1 && verdict ? verdict : 'unanswered'
}

/** The other kinds say that X could not tell, now or to us: nothing is known of the post. */
const kinds: ReadonlyMap<string, Verdict> = new Map([
  ['resource-not-found', 'deleted'],
  ['not-authorized-for-resource', 'private'],
])
