import type { Archive } from '../model/archive.ts'
import { blogPostName, hasBlog } from '../model/blog.ts'
import { type LeftOut, leftOutOf } from './left-out-faults.ts'

/** Sessions by the files of their folders, `lgovsm/2010-12-17/hour/index.html`; each is read once. */
export type Sessions = {
  /** Undefined for a file that is no session's. */
  readonly find: (file: string) => LeftOut | undefined
  /** Where every session's page is, if it has one. */
  readonly pages: readonly string[]
  /** Where its post in the blog is, if it has one; [] where the site has no blog. */
  readonly posts: readonly string[]
}

export function sessionsOf({ chats, site }: Archive): Sessions {
  const all = chats.flatMap(({ chat, dates, read }) =>
    dates.map((date) => ({
      folder: `${chat.name}/${date}`,
      post: hasBlog(site) ? `blog/post/${blogPostName({ chat: chat.name, date }, site.blog?.first)}` : '',
      read: () => leftOutOf(chat, read(date)),
    })),
  )
  const byFolder = new Map(all.flatMap((one) => [[one.folder, one] as const, [one.post, one] as const]))
  const known = new Map<string, LeftOut>()
  return {
    pages: all.map(({ folder }) => `${folder}/index.html`),
    posts: all.flatMap(({ post }) => (post === '' ? [] : `${post}/index.html`)),
    find: (file) => {
      const session = byFolder.get(folderOf(file))
      if (!session) return undefined
      const leftOut = known.get(session.folder) ?? session.read()
      known.set(session.folder, leftOut)
      return leftOut
    },
  }
}

function folderOf(file: string): string {
  return file
    .split('/')
    .slice(0, file.startsWith('blog/post/') ? 3 : 2)
    .join('/')
}
