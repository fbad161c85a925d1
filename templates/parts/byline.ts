import { isBlank } from '../../scripts/model/person.ts'
import type { Author } from '../../scripts/model/post.ts'
import { bare } from './bare.ts'
import { cleanLine, isolated } from './clean.ts'
import { type Content, type Html, html } from './html.ts'
import { findHref } from './safe-href.ts'

type Byline = {
  /** Local, `13:02`. */
  readonly time: string
  readonly author: Author
  readonly unavailable: string
}

/**
 * Time, name and handle, all in one link to the original: the one link a post has. X asks for the time to lead
 * there; alone, "13:02" three hundred times says nothing to who hears a page link by link, while "13:02, Sam
 * Jones, @sam" says what it leads to; and a second link a post would cost about a twelfth of the page.
 */
export function byline(words: Html, href: string | undefined): Html {
  const safe = findHref(href) ?? relative(href)
  return safe === undefined ? html`<span>${words}</span>` : html`<a href=${bare(safe)}>${words}</a>`
}

/**
 * The same wherever the byline leads. Between time and name stands a tab, which the style turns into a column and
 * everything else into a space.
 */
export function bylineWords({ time, author, unavailable }: Byline): Html {
  return html`${time}\t${whoSaid(author, unavailable)}`
}

/** Name and handle; the handle once where the name says no more. */
export function whoSaid({ name, handle }: Pick<Author, 'name' | 'handle'>, unavailable: string): Content {
  const shown = isBlank(name) ? '' : cleanLine(name)
  if (handle === undefined) return html`<b>${shown === '' ? unavailable : isolated(name)}</b>`
  if (shown === '' || shown.toLowerCase() === handle.toLowerCase()) return html`<b>@${isolated(handle)}</b>`
  return html`<b>${isolated(name)}</b> @${isolated(handle)}`
}

/** A place on this site. */
function relative(href: string | undefined): string | undefined {
  return href !== undefined && /^(?:\.\.\/|#)/.test(href) ? href : undefined
}
