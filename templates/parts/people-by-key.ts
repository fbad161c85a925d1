import type { Person } from '../../scripts/model/people.ts'
import type { ChatData } from './site-data.ts'

const byKey = new WeakMap<ChatData, ReadonlyMap<string, Person>>()

/** The people of a chat by their key; made once a chat, not once a session. */
export function peopleByKey(chat: ChatData): ReadonlyMap<string, Person> {
  const people = byKey.get(chat) ?? new Map(chat.people.map((person) => [person.key, person]))
  byKey.set(chat, people)
  return people
}
