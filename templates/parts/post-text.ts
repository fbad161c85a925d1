import { findPostId } from '../../scripts/model/own-link.ts'
import type { Link, Post, Run } from '../../scripts/model/post.ts'
import { bare } from './bare.ts'
import { changesDirection, cleanLine, lines, withoutExits } from './clean.ts'
import type { Context } from './context.ts'
import { type Content, type Html, html, text } from './html.ts'
import { findLanguage } from './language.ts'
import { postLink } from './post-link.ts'
import { findHref } from './safe-href.ts'

/**
 * What was said, on a line of its own. A block around it only where the language or the direction is another
 * one: there it also keeps overrides in.
 */
export function postText(post: Post, runs: readonly Run[], context: Context): Html | undefined {
  if (runs.length === 0) return undefined
  const language = findLanguage(post.lang, context.site.language)
  const turns = runs.some((run) => changesDirection(typeof run === 'string' ? run : run.display))
  const body = runs.map((run, index) =>
    typeof run === 'string' ? plain(trimmed(run, index, runs.length), turns) : link(run, context),
  )
  if (turns && language) return html`<div lang="${language}" dir=auto>${body}</div>`
  if (turns) return html`<div dir=auto>${body}</div>`
  return language ? html`<div lang="${language}">${body}</div>` : html`<br>${body}`
}

function plain(value: string, turns: boolean): Content {
  return lines(turns ? withoutExits(value) : value)
}

/** No empty lines at either end of a post. */
function trimmed(value: string, index: number, count: number): string {
  const start = index === 0 ? value.trimStart() : value
  return index === count - 1 ? start.trimEnd() : start
}

/** A post that is on this page is linked here, where no filter blocks it, and called by its author and time. */
function link(run: Link, context: Context): Html {
  const { site, byId } = context
  const said = site.text === 'short' ? byId.get(findPostId(run) ?? '') : undefined
  if (said) return postLink(said, context)
  const { url, target, display } = run
  const href = findHref(site.links === 't.co' ? url : target) ?? findHref(url)
  const shown = text(withoutExits(cleanLine(display) || cleanLine(target)))
  return href === undefined ? shown : html`<a href=${bare(href)}>${shown}</a>`
}
