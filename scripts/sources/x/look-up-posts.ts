import type { Post } from '../../model/post.ts'
import { type Answer, answer } from './answer.ts'
import type { Get } from './get.ts'
import { commonNames, lookUpNames, type RequestNames, requestNames } from './names.ts'
import type { Patience } from './patience.ts'
import { toReading } from './reading.ts'
import { Trouble } from './trouble.ts'
import { type Judged, judge, type Verdict } from './verdicts.ts'

export type LookUp = {
  readonly get: Get
  readonly patience: Patience
  /** `tweet` unless X has stopped to understand it. */
  readonly names?: RequestNames | undefined
  /** Called before each request with the number of posts it may bring; throws where there is no money. */
  readonly allow?: ((posts: number) => void) | undefined
  /** Called with each answer, which has to be paid for. */
  readonly pay?: ((answer: Answer) => void) | undefined
}

export type LookedUp = {
  /** One for each id that was asked for. */
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** Newest versions of those that were edited, under the id of their first one. */
  readonly edited: readonly Post[]
}

/** X takes a hundred ids a request. */
const most = 100

/** What X says of posts now. Ids are those of the newest version that is known. */
export async function lookUpPosts(ids: readonly string[], settings: LookUp): Promise<LookedUp> {
  const { names = 'tweet' } = settings
  const judged = new Map<string, Judged>()
  for (const some of batches(ids)) {
    const found = await ask(some, lookUpNames[names], settings)
    for (const [id, one] of judge(some, found)) judged.set(id, one)
  }
  const newer = [...judged].flatMap(([id, { newest }]) => (newest === undefined ? [] : [{ id, newest }]))
  const answers: Answer[] = []
  for (const some of batches(newer.map(({ newest }) => newest))) {
    answers.push(await ask(some, { ...requestNames[names], ...commonNames }, settings))
  }
  const verdicts = new Map([...judged].map(([id, { verdict }]) => [id, verdict]))
  for (const { id, newest } of newer) {
    const verdict = answers.map((one) => judge([newest], one).get(newest)?.verdict ?? 'unanswered')
    const now = verdict.find((one) => one !== 'unanswered') ?? 'unanswered'
    verdicts.set(id, now === 'there' ? 'edited' : now)
  }
  return { verdicts, edited: toReading(answers.map((one) => ({ where: 'X', answer: one }))).posts }
}

async function ask(
  ids: readonly string[],
  names: Readonly<Record<string, string>>,
  { get, patience, allow, pay }: LookUp,
): Promise<Answer> {
  return patience(async () => {
    allow?.(ids.length)
    const found = parse(await get('tweets', { ids: ids.join(','), ...names }))
    pay?.(found)
    return found
  })
}

/** Throws a Trouble where it is no whole answer, so that nothing is concluded from it. */
function parse(raw: string): Answer {
  const read = answer.safeParse(fromJson(raw))
  if (read.success && (read.data.posts.length > 0 || read.data.problems.length > 0)) return read.data
  throw new Trouble('X: it says nothing of the posts that it was asked for: try again later', 'soon')
}

function fromJson(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    throw new Trouble('X: the answer is cut off, or not JSON: try again later', 'soon')
  }
}

function batches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / most) }, (_, i) => ids.slice(i * most, (i + 1) * most))
}
