import { chooseChat, readChats } from '../content/chats.ts'
import { readQuestions } from '../content/questions-file.ts'
import { readFolder } from '../content/read-session.ts'
import { type Forgotten, isNamed } from '../inbox/forget.ts'
import { isContribution } from '../model/contribution.ts'
import { listKeys, personKeys } from '../model/opt-out.ts'
import { networkOf, type Post } from '../model/post.ts'
import { Problem } from '../model/problem.ts'
import type { Session } from '../model/session.ts'
import { postsAlone, type Withdrawn } from '../model/withdrawn.ts'
import { allSessions } from './everywhere.ts'
import type { Target } from './target.ts'

/** What a target stands for in this archive, and in the inbox. */
export type Found = Forgotten & {
  readonly withdrawn: Withdrawn
  /** Keys of the person, where it is one. */
  readonly people: readonly string[]
  /** Of the person, lower-case. */
  readonly handles: readonly string[]
  /** What a file that is concerned must have; undefined where each must be read. */
  readonly words: readonly string[] | undefined
}

/** Undefined where nobody has the handle. Throws a Problem where several people have had it. */
export function findTarget(root: string, target: Target): Found | undefined {
  if (target.kind === 'post') return foundPost(target.id)
  if (target.kind === 'place') return foundPost(idAt(root, target))
  if (target.kind === 'name') return foundName(root, target.name)
  if (target.kind === 'user') return foundPerson(target, handlesOf(root, target))
  const [somebody, other] = findPeople(root, target.handle)
  if (somebody === undefined) return undefined
  if (other !== undefined) {
    const choices = findPeople(root, target.handle).map(({ network, id }) => `user:${network}:${id ?? ''}`)
    throw new Problem(
      `@${target.handle}: several people have had this handle: say which: ${choices.join(' or ')}`,
    )
  }
  const own = somebody.id === undefined ? [] : handlesOf(root, somebody)
  return foundPerson(somebody, [...new Set([target.handle.toLowerCase(), ...own])])
}

/** `id` is undefined where the sources knew a handle only. */
type Somebody = { readonly network: string; readonly id: string | undefined }

function foundPost(id: string): Found {
  return foundPosts([id], undefined)
}

function foundPosts(posts: readonly string[], name: string | undefined): Found {
  const nobody = { people: [], handles: [], person: undefined }
  return { ...nobody, withdrawn: postsAlone(new Set(posts)), posts, name, words: posts }
}

/** A name is nobody's own: what was sent in with it goes, and nobody is kept out. */
function foundName(root: string, name: string): Found {
  const posts = [...everySaid(root)]
    .filter(isContribution)
    .map(({ id, author }) => ({ id, name: author.name }))
  const sent = readChats(root).flatMap((chat) => readQuestions(root, chat.name).questions)
  const questions = sent.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name }]))
  const named = [...posts, ...questions].filter((one) => isNamed(one, name))
  return foundPosts([...new Set(named.map(({ id }) => id))], name)
}

function foundPerson({ network, id }: Somebody, handles: readonly string[]): Found {
  const people = listKeys(network, id, handles)
  const known = new Set(people)
  const hasPerson: Withdrawn['hasPerson'] = (on, person) =>
    personKeys(on, person).some((key) => known.has(key))
  const withdrawn: Withdrawn = { hasPost: () => false, hasPerson }
  const person = id === undefined ? undefined : { network, id }
  return { withdrawn, posts: [], person, name: undefined, people, handles, words: undefined }
}

function idAt(root: string, { chat, date, anchor }: Extract<Target, { kind: 'place' }>): string {
  const { session } = readFolder(root, chooseChat(root, chat), date)
  const found = session.segments.flatMap(({ posts }) => posts).find((filed) => filed.anchor === anchor)
  if (found) return found.post.id
  throw new Problem(`content/${chat}/${date}: there is no post at #${anchor}: check the address`)
}

/** Everybody who said something under a handle, or was quoted; whoever has an id stands for who has none. */
function findPeople(root: string, handle: string): Somebody[] {
  const wanted = handle.toLowerCase()
  const found = new Map<string, Somebody>()
  for (const { author, id } of everySaid(root)) {
    if (author.handle?.toLowerCase() !== wanted) continue
    const somebody = { network: networkOf(id), id: author.id }
    found.set(JSON.stringify(somebody), somebody)
  }
  const people = [...found.values()]
  const withId = people.filter(({ id }) => id !== undefined)
  return withId.length > 0 ? withId : people
}

/** All handles that a person had, lower-case. */
function handlesOf(root: string, { network, id: user }: Somebody): string[] {
  const handles = new Set<string>()
  for (const { author, id } of everySaid(root)) {
    if (author.handle === undefined || networkOf(id) !== network || author.id !== user) continue
    handles.add(author.handle.toLowerCase())
  }
  return [...handles]
}

function* everySaid(root: string): Generator<Post> {
  for (const { chat, date } of allSessions(root)) yield* postsOf(readFolder(root, chat, date).session)
}

function postsOf({ segments }: Session): Post[] {
  return segments.flatMap(({ posts }) =>
    posts.flatMap(({ post }) => (post.quoted ? [post, post.quoted] : [post])),
  )
}
