import { dateWords } from '../../../scripts/model/date-words.ts'
import { linkTo } from '../address.ts'
import { isolated } from '../clean.ts'
import { type Html, html, joined } from '../html.ts'
import { markdown } from '../markdown.ts'
import { questionTitle } from '../question-title.ts'
import { sessionTitle } from '../session-title.ts'
import type { SiteData } from '../site-data.ts'
import { blogPostPath, blogTagPath } from './blog-address.ts'
import type { BlogPost } from './blog-data.ts'

/** A post in a list: its title, the host's words, its questions in reading order, and what stands under it. */
export function card(archive: SiteData, post: BlogPost, from: string): Html {
  const { words } = archive
  const { summary, chat } = post
  const of = summary.questions.length
  const to = (anchor?: string) => linkTo(from, blogPostPath(post.name, anchor))
  return html`<article>
<h2><a href="${to()}">${isolated(sessionTitle(chat.chat, summary, archive))}</a></h2>
${chat.chat.sample && html`<p role=note>${words.sample}</p>\n`}${markdown(summary.summary)}${
  of > 0 &&
  html`<ul>${summary.questions.map(
    ({ key, text, posts }) =>
      html`<li><a href="${to(key)}">${isolated(questionTitle({ key, question: text, of }, archive))}</a> (${words.posts(posts)})\n`,
  )}</ul>\n`
}<p><a href="${to()}">${words.blog.readAll}</a>
${underPost(archive, post, from)}</article>
`
}

/** What stands under a post wherever it stands: date and notes, then its tags. */
export function underPost(archive: SiteData, post: BlogPost, from: string): Html {
  const { site, words } = archive
  const { summary, name, tags } = post
  const permalink = blogPostPath(name)
  const date = dateWords(summary.date, site.language)
  return html`<p class=m>${from === permalink ? date : html`<a href="${linkTo(from, permalink)}">${date}</a>`} · ${words.postsBy(
    words.posts(summary.posts),
    words.people(summary.people.length),
  )}
<p class=m>${words.blog.tags}: ${joined(
    tags.map(
      (tag) => html`<a rel=tag href="${linkTo(from, blogTagPath(tag.slug))}">#${isolated(tag.name)}</a>`,
    ),
    ' ',
  )}
`
}
