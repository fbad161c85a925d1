import type { SaidPost } from '../../scripts/model/shown.ts'
import { bare } from './bare.ts'
import { byline, bylineWords } from './byline.ts'
import type { Context, Worded } from './context.ts'
import { type Content, type Html, html, joined } from './html.ts'
import { markdown } from './markdown.ts'
import { picture } from './picture.ts'
import { pollList } from './poll.ts'
import { postText } from './post-text.ts'
import { quotedPost } from './quoted.ts'
import { findAnswered, replyLine } from './reply-line.ts'
import { authorOf, sentLine } from './sent.ts'
import { shownText } from './shown-text.ts'

/**
 * One post as one list item. End tags that HTML lets go are left out, and there is no class and no machine's
 * time: at 300 posts a page each of them weighs.
 */
export function postItem(said: SaidPost, aside: Content, context: Context): Html {
  const { words } = context
  const { post, anchor, note } = said
  if (post.removed) return removedItem(said, context)
  const worded = wordsOf(said, context)
  const { reply, body } = worded
  const head = byline(worded.byline, context.bylineHref(said))
  const edited = post.versions.length > 1 && words.edited
  const details = joined([reply, aside, sentLine(said, context), edited], ', ')
  return html`<li id=${bare(anchor)}>${head}${hasContent(details) && html` <i>${details}</i>`}${body}${
    post.media.length > 0 && post.media.map((media) => picture(media, post, context))
  }${post.poll && pollList(post.poll, words)}${post.quoted && quotedPost(post.quoted, context)}${
    note !== '' && html`<div role=note>${markdown(note)}</div>`
  }\n`
}

/** The same on every page of the session, so it is made once. */
function wordsOf(said: SaidPost, context: Context): Worded {
  const known = context.worded.get(said)
  if (known) return known
  const { chat, site, time, words } = context
  const { post } = said
  const saysReply = findAnswered(post, context) !== undefined
  const { runs, addressed } = shownText(post, { hashtags: chat.hashtags, text: site.text, saysReply })
  const author = authorOf(post, words)
  const made = {
    byline: bylineWords({ time: time(post.at), author, unavailable: words.unavailable }),
    reply: replyLine(post, addressed, context),
    body: postText(post, runs, context),
  }
  context.worded.set(said, made)
  return made
}

/** Where a post stood that was removed: its address and its time stay. */
function removedItem(said: SaidPost, { words, time, bylineHref }: Context): Html {
  const { post, anchor, note } = said
  const who = bylineWords({ time: time(post.at), author: post.author, unavailable: words.removed })
  const head = byline(who, bylineHref(said))
  return html`<li id=${bare(anchor)}>${head}${note !== '' && html`<div role=note>${markdown(note)}</div>`}\n`
}

function hasContent(content: Content): boolean {
  return Array.isArray(content) && content.length > 0
}
