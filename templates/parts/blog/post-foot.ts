import { linkTo, sessionPath } from '../address.ts'
import { isolated } from '../clean.ts'
import { type Html, html } from '../html.ts'
import { sessionTitle } from '../session-title.ts'
import type { SiteData } from '../site-data.ts'
import { blogPostPath } from './blog-address.ts'
import { toPost } from './blog-data.ts'
import type { BlogPostItem } from './blog-items.ts'
import { underPost } from './card.ts'

/** Under a post on its own page: notes and tags, the transcript with all that belongs to it, the posts beside it. */
export function postFoot(archive: SiteData, { post, item }: BlogPostItem): Html {
  const { site, words } = archive
  const { chat, previous, following } = item
  const from = blogPostPath(post.name)
  const beside = (summary: typeof previous, say: (title: string) => string) => {
    if (!summary?.checked) return undefined
    const to = blogPostPath(toPost(chat, summary, site).name)
    const title = sessionTitle(chat.chat, summary, archive)
    return html`<li><a href="${linkTo(from, to)}">${isolated(say(title))}</a>\n`
  }
  return html`${underPost(archive, post, from)}<ul><li><a href="${linkTo(from, sessionPath(chat.chat.name, post.summary.date))}">${words.blog.transcript}</a>
${beside(following, words.blog.newerPost)}${beside(previous, words.blog.olderPost)}</ul>
`
}
