import { nameOf } from '../../scripts/model/person.ts'
import type { SaidPost } from '../../scripts/model/shown.ts'
import { hrefValue } from './anchor.ts'
import { isolated } from './clean.ts'
import type { Context } from './context.ts'
import { type Html, html } from './html.ts'
import { authorOf } from './sent.ts'

/** `Dave, 13:02`: a link to another post on the page, in words that make sense alone. */
export function postLink({ anchor, at, post }: SaidPost, { time, words }: Context): Html {
  return html`<a href=${hrefValue(anchor)}>${isolated(nameOf(authorOf(post, words)) || (post.removed ? words.removed : words.unavailable))}, ${time(at)}</a>`
}
