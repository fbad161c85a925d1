import type { Segment } from '../../scripts/model/session.ts'
import type { SaidPost } from '../../scripts/model/shown.ts'
import { hrefValue } from './anchor.ts'
import { findAside, isAfterwards } from './aside.ts'
import { bare } from './bare.ts'
import { isolated } from './clean.ts'
import type { Context } from './context.ts'
import { type Content, type Html, html, joined } from './html.ts'
import { markdown } from './markdown.ts'
import { postItem } from './post-item.ts'

export type Titled = {
  readonly segment: Segment
  readonly title: string
  /** How to answer it from off the network. */
  readonly answer?: Content
}

/** A question, or a lane around the hour: its heading, the host's note, its posts as they were said, the way on. */
export function section(
  { segment, title, answer }: Titled,
  onward: Titled | undefined,
  context: Context,
): Html {
  const { words } = context
  const posts = context.said.filter(({ key }) => key === segment.key)
  const during = posts.filter((said) => !isAfterwards(said, context))
  const late = posts.filter((said) => isAfterwards(said, context))
  return html`<h2 id=${bare(segment.key)}>${isolated(title)}</h2>
${segment.intro !== '' && html`<div role=note>${markdown(segment.intro)}</div>\n`}${list(during, context)}${
  late.length > 0 && html`<h3>${words.afterwards}</h3>\n${list(late, context)}`
}${(answer || onward) && html`<p>${joined([answer, onward && onwardLink(onward, context)], html`<br>`)}\n`}`
}

function onwardLink({ segment, title }: Titled, { words }: Context): Html {
  return html`<a href=${hrefValue(segment.key)}>${isolated(words.onward(title))}</a>`
}

function list(posts: readonly SaidPost[], context: Context): Content {
  if (posts.length === 0) return undefined
  return html`<ol>\n${posts.map((said) => postItem(said, findAside(said, context), context))}</ol>\n`
}
