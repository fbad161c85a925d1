import type { Post } from '../../scripts/model/post.ts'
import { byline, bylineWords } from './byline.ts'
import type { Context } from './context.ts'
import { type Html, html } from './html.ts'
import { picture } from './picture.ts'
import { pollList } from './poll.ts'
import { postText } from './post-text.ts'
import { shownText } from './shown-text.ts'

/** The post that another one quotes, inside it. */
export function quotedPost(post: Post, context: Context): Html {
  const { chat, site, words, time } = context
  const { runs } = shownText(post, { hashtags: chat.hashtags, text: site.text, saysReply: false })
  const who = bylineWords({ time: time(post.at), author: post.author, unavailable: words.unavailable })
  const head = byline(who, post.url)
  return html`<blockquote>${head}${postText(post, runs, context)}${post.media.map((media) =>
    picture(media, post, context),
  )}${post.poll && pollList(post.poll, words)}</blockquote>`
}
