import { type Person, sortName } from '../../scripts/model/people.ts'

export type LetterGroup = {
  /** `A` to `Z`; '' for names that begin otherwise, which come last. */
  readonly letter: string
  readonly people: readonly Person[]
}

/** People by the first letter of their name, in their order. */
export function groupByLetter(people: readonly Person[]): LetterGroup[] {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    const letter = letterOf(person)
    const group = groups.get(letter)
    if (group) group.push(person)
    else groups.set(letter, [person])
  }
  const order = [...groups.keys()].sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1))
  return order.map((letter) => ({ letter, people: groups.get(letter) ?? [] }))
}

function letterOf(person: Person): string {
  const first = sortName(person).charAt(0).toUpperCase()
  return /^[A-Z]$/.test(first) ? first : ''
}
