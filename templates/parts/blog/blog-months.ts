import type { SiteData } from '../site-data.ts'
import { blogArchivePath, blogYearPath } from './blog-address.ts'
import type { BlogPost } from './blog-data.ts'

/** A page of the blog's archive: the first one, or one year's. */
export type BlogMonths = {
  readonly path: string
  /** Undefined on the first page, which shows the newest years, or all where there are few posts. */
  readonly year: string | undefined
  /** Newest first. */
  readonly months: readonly BlogMonth[]
  /** Years that have a page of their own, newest first. */
  readonly years: readonly string[]
}

/** `2010-12`, and its posts, newest first. */
export type BlogMonth = { readonly month: string; readonly posts: readonly BlogPost[] }

/** Two years of a weekly chat: as much as a page bears. */
const most = 104

export function blogMonths({ blog }: SiteData): BlogMonths[] {
  if (!blog) return []
  const { posts } = blog
  const isCut = posts.length > most
  const years = isCut ? [...new Set(posts.map(yearOf))] : []
  const last = isCut ? posts[most / 2 - 1] : undefined
  const newest = posts.filter((post) => !last || yearOf(post) >= yearOf(last))
  return [
    { path: blogArchivePath, year: undefined, months: byMonth(newest), years },
    ...years.map((year) => ({
      path: blogYearPath(year),
      year,
      months: byMonth(posts.filter((post) => yearOf(post) === year)),
      years,
    })),
  ]
}

function yearOf({ summary }: BlogPost): string {
  return summary.date.slice(0, 4)
}

function byMonth(posts: readonly BlogPost[]): BlogMonth[] {
  const months = new Map<string, BlogPost[]>()
  for (const post of posts) {
    const month = post.summary.date.slice(0, 7)
    const known = months.get(month)
    if (known) known.push(post)
    else months.set(month, [post])
  }
  return [...months].map(([month, posts]) => ({ month, posts }))
}
