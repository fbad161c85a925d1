import type { Archive } from '../model/archive.ts'
import { blogPostName, hasBlog } from '../model/blog.ts'
import { type LeftOut, leftOutOf } from './left-out-faults.ts'
import type { RememberedSession } from './remembered.ts'

/** Sessions by the files of their folders, `lgovsm/2010-12-17/hour/index.html`; each is read once, where it has to be. */
export type Sessions = {
  /** What of its session must not be in a file; undefined for a file that is no session's. */
  readonly find: (file: string) => LeftOut | undefined
  /** What is known of a file's session without reading it, if it was read before. */
  readonly about: (file: string) => RememberedSession | undefined
  /** Where every session's page is, if it has one. */
  readonly pages: readonly string[]
  /** Where its post in the blog is, if it has one; [] where the site has no blog. */
  readonly posts: readonly string[]
  /** All of them as they are known now, by folder. */
  readonly all: () => ReadonlyMap<string, RememberedSession>
}

export type Before = {
  /** Of all that says what a session is; another where any of it is. */
  readonly idOf: (chat: string, date: string) => string
  readonly sessions: ReadonlyMap<string, RememberedSession>
}

export function sessionsOf({ chats, site }: Archive, { idOf, sessions }: Before): Sessions {
  const all = chats.flatMap(({ chat, dates, read }) =>
    dates.map((date) => ({
      folder: `${chat.name}/${date}`,
      post: hasBlog(site) ? `blog/post/${blogPostName({ chat: chat.name, date }, site.blog?.first)}` : '',
      id: once(() => idOf(chat.name, date)),
      leftOut: once(() => leftOutOf(chat, read(date))),
    })),
  )
  const about = ({ folder, id, leftOut }: (typeof all)[number]): RememberedSession => {
    const before = sessions.get(folder)
    if (before && before.id === id()) return before
    const { checked, hasPage } = leftOut()
    return { id: id(), checked, hasPage }
  }
  const byFolder = new Map(all.flatMap((one) => [[one.folder, one] as const, [one.post, one] as const]))
  const findOne = (file: string) => byFolder.get(folderOf(file))
  return {
    pages: all.map(({ folder }) => `${folder}/index.html`),
    posts: all.flatMap(({ post }) => (post === '' ? [] : `${post}/index.html`)),
    find: (file) => findOne(file)?.leftOut(),
    about: (file) => {
      const one = findOne(file)
      return one && about(one)
    },
    all: () => new Map(all.map((one) => [one.folder, about(one)])),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function folderOf(file: string): string {
  return file
    .split('/')
    .slice(0, file.startsWith('blog/post/') ? 3 : 2)
    .join('/')
}
