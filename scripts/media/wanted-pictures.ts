import type { Media, Post } from '../model/post.ts'
import type { Session } from '../model/session.ts'
import { shownSegments } from '../model/shown.ts'
import { nameStart, stemOf } from './picture-name.ts'

/** A picture that a session's pages would show, and that is not there. */
export type WantedPicture = {
  readonly url: string
  /** Its file's name without the ending. */
  readonly stem: string
}

/** Address → file in the session's media/ folder. */
export type Files = ReadonlyMap<string, string>

/** Pictures that are there, by the address they came from. `there` is what the folder holds. */
export function presentFiles(session: Session, there: ReadonlySet<string>): Files {
  const present = allMedia(session).flatMap(({ url, file }): [string, string][] =>
    file !== undefined && there.has(file) && url !== '' ? [[url, file]] : [],
  )
  return new Map(present)
}

/**
 * Each address once, in reading order, from posts that a reader sees and from what they quote; none of a post
 * that the network marks as sensitive.
 */
export function wantedPictures(session: Session, present: Files): WantedPicture[] {
  const taken = new Set([...present.values()].map(stemOf))
  const wanted = new Map<string, WantedPicture>()
  for (const { id, media, sensitive } of shownPosts(session)) {
    if (sensitive) continue
    for (const [i, { url }] of media.entries()) {
      if (url === '' || present.has(url) || wanted.has(url)) continue
      const stem = freeStem(nameStart(id), i + 1, taken)
      taken.add(stem)
      wanted.set(url, { url, stem })
    }
  }
  return [...wanted.values()]
}

/**
 * The session with the name of its file at every shown picture that has one; a name of a file that is not
 * `there` goes.
 */
export function withFiles(session: Session, files: Files, there: ReadonlySet<string>): Session {
  const segments = session.segments.map((segment) => ({
    ...segment,
    posts: segment.posts.map((filed) =>
      filed.hidden || segment.key === 'outside'
        ? filed
        : { ...filed, post: fileMedia(filed.post, files, there) },
    ),
  }))
  return { ...session, segments }
}

/** A picture that the host put there by hand has no address, and stays as it is. */
function fileMedia(post: Post, files: Files, there: ReadonlySet<string>): Post {
  const media = post.media.map((one) => {
    const isSettled = one.url === '' || (one.file !== undefined && there.has(one.file))
    return isSettled ? one : { ...one, file: files.get(one.url) }
  })
  return { ...post, media, quoted: post.quoted && fileMedia(post.quoted, files, there) }
}

/** The post's next number where an edit has left its own to another picture. */
function freeStem(start: string, number: number, taken: ReadonlySet<string>): string {
  const stem = `${start}-${number}`
  return taken.has(stem) ? freeStem(start, number + 1, taken) : stem
}

function shownPosts(session: Session): Post[] {
  const posts = shownSegments(session).flatMap(({ posts }) => posts.map(({ post }) => post))
  return posts.flatMap((post) => (post.quoted ? [post, post.quoted] : [post]))
}

function allMedia({ segments }: Session): Media[] {
  const posts = segments.flatMap(({ posts }) => posts.map(({ post }) => post))
  return posts.flatMap(({ media, quoted }) => [...media, ...(quoted?.media ?? [])])
}
