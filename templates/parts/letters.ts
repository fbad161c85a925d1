import { type Person, sortName } from '../../scripts/model/people.ts'

export type LetterGroup = { readonly letter: string; readonly people: readonly Person[] }

/** People by the first letter of their name, in their order; names that begin otherwise come last. */
export function groupByLetter(people: readonly Person[], other: string): LetterGroup[] {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    const letter = letterOf(person)
    groups.set(letter, [...(groups.get(letter) ?? []), person])
  }
  const letters = [...groups]
    .filter(([letter]) => letter !== '')
    .map(([letter, group]) => ({ letter, people: group }))
  const rest = groups.get('') ?? []
  return rest.length === 0 ? letters : [...letters, { letter: other, people: rest }]
}

/** Accents do not count: `É` stands under E. '' where the name does not begin with a Latin letter. */
function letterOf(person: Person): string {
  const first = sortName(person).normalize('NFD').charAt(0).toUpperCase()
  return /^[A-Z]$/.test(first) ? first : ''
}
