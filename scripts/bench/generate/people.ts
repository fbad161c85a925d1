import type { PersonInput } from '../../demo/sample-post.ts'
import { createRandom, seedOf } from './random.ts'
import type { Language } from './words.ts'

export const hostHandle = 'benchhost'
const host: PersonInput = { handle: hostHandle, name: 'Bench host', id: '9200000000000000000' }

/** Of so many who are about at a time, some stay for years and most come now and then. */
const about = 150

/** A session's people, the host first. With each session one goes for good and one comes. */
export function peopleOf(seed: number, session: number, options: PeopleOptions): PersonInput[] {
  const random = createRandom(seedOf(seed, session))
  const drawn = Array.from({ length: about }, (_, place) => {
    const index = session + place
    return { index, weight: random() * (0.15 + createRandom(seedOf(seed, index))()) }
  })
  const chosen = drawn.sort((a, b) => b.weight - a.weight || a.index - b.index).slice(0, options.count - 1)
  return [host, ...chosen.map(({ index }) => inventPerson(seed, index, options.language))]
}

type PeopleOptions = { readonly count: number; readonly language: Language }

function inventPerson(seed: number, index: number, language: Language): PersonInput {
  const random = createRandom(seedOf(seed + 1, index))
  const [first, last] = [language.name(random), language.name(random)]
  return {
    handle: `${first
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .slice(0, 9)}_${index.toString(36)}`,
    name: `${first} ${last}`,
    id: String(9_200_000_000_000_000_001n + BigInt(index)),
  }
}
