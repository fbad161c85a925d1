import type { Site } from './site.ts'

/** Whether the site has a blog: as part of it, or as the whole of it. */
export function hasBlog({ blog, theme }: Pick<Site, 'blog' | 'theme'>): boolean {
  return theme === 'tumblr' || blog?.isOn === true
}

/**
 * The folder below blog/post/ of a session's post: its date, and the chat's name too unless it is the chat that the
 * blog began with. Which chat that is the host says once there are two, so no address ever changes.
 */
export function blogPostName({ chat, date }: PostAt, first: string | undefined): string {
  return first === undefined || chat === first ? date : `${date}-${chat}`
}

type PostAt = { readonly chat: string; readonly date: string }
