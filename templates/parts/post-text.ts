import type { Link, Post, Run } from '../../scripts/model/post.ts'
import { changesDirection, clean, cleanLine, lines, withoutExits } from './clean.ts'
import type { Context } from './context.ts'
import { type Content, type Html, html, text } from './html.ts'
import { findLanguage } from './language.ts'
import { findHref } from './safe-href.ts'

/**
 * What was said, on a line of its own. A block around it only where the language or the direction is another
 * one: there it also keeps overrides in.
 */
export function postText(post: Post, runs: readonly Run[], { site }: Context): Html | undefined {
  if (runs.length === 0) return undefined
  const language = findLanguage(post.lang, site.language)
  const turns = runs.some((run) => changesDirection(typeof run === 'string' ? run : run.display))
  const body = runs.map((run, index) =>
    typeof run === 'string' ? plain(trimmed(run, index, runs.length), turns) : link(run, site.links),
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

function link({ url, target, display }: Link, links: 'expanded' | 't.co'): Html {
  const href = findHref(links === 't.co' ? url : target) ?? findHref(url)
  const shown = text(withoutExits(cleanLine(display === '' ? clean(target) : display)))
  return href === undefined ? shown : html`<a href="${href}">${shown}</a>`
}
