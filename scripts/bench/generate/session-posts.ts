import type { PersonInput, PostInput } from '../../demo/sample-post.ts'
import { idOf } from '../../demo/snowflake.ts'
import { addSeconds, toInstant } from '../../model/zone.ts'
import { benchHashtag, dateOf } from './bench-chat.ts'
import { hostHandle, peopleOf } from './people.ts'
import { inventAnswer } from './post-words.ts'
import { between, createRandom, pick, type Random, seedOf, zipf } from './random.ts'
import { capital, type Language } from './words.ts'

export const postsPerSession = 300
export const peoplePerSession = 65
const questions = 3
const part = 1200

export type Generated = {
  readonly date: string
  readonly title: string
  readonly people: readonly PersonInput[]
  /** Oldest first. */
  readonly posts: readonly PostInput[]
}

/** One session of an invented chat, the same for the same seed and number (from 0). */
export function generateSession(seed: number, number: number, language: Language): Generated {
  const random = createRandom(seedOf(seed + 2, number))
  const people = peopleOf(seed, number, { count: peoplePerSession, language })
  const date = dateOf(number)
  const start = toInstant(`${date}T13:00`, 'Europe/London')
  const title = capital(Array.from({ length: between(random, 2, 5) }, () => language.word(random)).join(' '))
  const posts: PostInput[] = []
  const inSecond = new Map<string, number>()
  for (const { second, by, question } of inventOrder(random, people)) {
    const at = addSeconds(start, second)
    const nth = inSecond.get(at) ?? 0
    inSecond.set(at, nth + 1)
    const words =
      question === undefined
        ? inventAnswer({ random, language, said: posts, running: runningAt(second) })
        : { text: `Q${question} ${language.sentence(random, between(random, 8, 16), '?')} ${benchHashtag}` }
    posts.push({ at, by, id: idOf(at, nth), ...words })
  }
  return { date, title, people, posts }
}

type Turn = { readonly second: number; readonly by: string; readonly question?: number }

/** Who speaks when, in seconds from the start; everybody at least once, some very often. */
function inventOrder(random: Random, people: readonly PersonInput[]): Turn[] {
  const handles = people.map(({ handle }) => handle)
  const rank = zipf(handles.length, 6)
  const asked = Array.from({ length: questions }, (_, index) => ({
    second: index * part + between(random, 2, 25),
    by: hostHandle,
    question: index + 1,
  }))
  const others = Array.from({ length: postsPerSession - questions }, (_, index) => ({
    second: inventSecond(random),
    by: handles[index + 1] ?? handles[rank(random)] ?? hostHandle,
  }))
  return [...asked, ...others].sort((a, b) => a.second - b.second)
}

/** Most in the hour and soon after a question, a few before and after it. */
function inventSecond(random: Random): number {
  const lot = random()
  if (lot < 0.03) return between(random, -900, -1)
  if (lot > 0.96) return between(random, questions * part, questions * part + 2400)
  return pick(random, [0, 1, 2]) * part + Math.floor(part * random() * (0.5 + 0.5 * random())) + 20
}

/** Number of the question that is being talked about, from 1. */
function runningAt(second: number): number {
  return Math.min(Math.max(Math.floor(second / part) + 1, 1), questions)
}
