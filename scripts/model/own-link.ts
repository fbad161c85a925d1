import type { Link, Post } from './post.ts'

/** Whether a link only stands for what the post carries anyway: its pictures, or the post it quotes. */
export function isOwnLink(link: Link, post: Post): boolean {
  return isMediaLink(link, post) || isQuoteLink(link, post)
}

/** The networks put an address of a post's own pictures at the end of its text. */
function isMediaLink(link: Link, post: Post): boolean {
  if (post.media.length === 0) return false
  return (
    /^(?:https?:\/\/)?pic\.(?:x|twitter)\.com\//i.test(link.display) ||
    /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/[^/]+\/status\/[0-9]+\/(?:photo|video)\//i.test(
      link.target,
    )
  )
}

function isQuoteLink(link: Link, post: Post): boolean {
  if (post.quotes === undefined || post.quoted === undefined) return false
  return findPostId(link) === post.quotes
}

/** Id of the post on X that a link leads to; undefined where it leads elsewhere. */
export function findPostId({ target }: Link): string | undefined {
  return /^https?:\/\/(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com\/[^/]+\/status(?:es)?\/([0-9]+)/i.exec(
    target,
  )?.[1]
}
