import { findContributionNetwork, isAnonymous } from '../../scripts/model/contribution.ts'
import { dateWords } from '../../scripts/model/date-words.ts'
import type { Author, Post } from '../../scripts/model/post.ts'
import type { SaidPost } from '../../scripts/model/shown.ts'
import { localDate } from '../../scripts/model/zone.ts'
import { bare } from './bare.ts'
import { isolated } from './clean.ts'
import type { Context } from './context.ts'
import { type Content, html, joined } from './html.ts'
import { findHref } from './safe-href.ts'
import type { Words } from './words.ts'

/** How an answer from off the network came, and on which day where that was another one; undefined for any other post. */
export function sentWords({ id, at }: SaidPost, { chat, site, hour, words }: Context): string | undefined {
  const network = findContributionNetwork(id)
  if (network === undefined) return undefined
  const date = localDate(at, chat.zone)
  const isOther = hour !== undefined && date !== localDate(hour.start, chat.zone)
  return isOther ? `${words.sentIn[network]}, ${dateWords(date, site.language)}` : words.sentIn[network]
}

/** The same, and the host's post that passed it on, whose address on the page stays. */
export function sentLine(said: SaidPost, context: Context): Content {
  const words = sentWords(said, context)
  if (words === undefined) return undefined
  return joined([words, said.relayed && relayLink(said.relayed, context)], ', ')
}

function relayLink({ post, anchor }: NonNullable<SaidPost['relayed']>, { words, time }: Context): Content {
  const who = post.author.handle === undefined ? words.host : html`@${isolated(post.author.handle)}`
  const href = findHref(post.url)
  const at = html`${who}, ${time(post.at)}`
  if (href === undefined) return html`${words.relayedBy} <span id=${bare(anchor)}>${at}</span>`
  return html`${words.relayedBy} <a id=${bare(anchor)} href=${bare(href)}>${at}</a>`
}

/** As the page calls them: who gave no name is called so in the page's language. */
export function authorOf({ id, author }: Post, words: Words): Author {
  const isNamed = author.handle !== undefined || !isAnonymous(author.name)
  if (isNamed || findContributionNetwork(id) === undefined) return author
  return { ...author, name: words.anonymous }
}
