import { findPostId } from '../../../scripts/model/own-link.ts'
import { nameOf } from '../../../scripts/model/person.ts'
import type { Media, Poll, Post, Run } from '../../../scripts/model/post.ts'
import type { Context } from '../context.ts'
import { findHref } from '../safe-href.ts'
import { shownText } from '../shown-text.ts'
import { plainLine, plainWords } from './plain.ts'
import { wrap } from './wrap.ts'

type Body = { readonly post: Post; readonly saysReply: boolean; readonly width: number }

/** What was said, its pictures in words, its poll. */
export function bodyLines({ post, saysReply, width }: Body, context: Context): string[] {
  const { chat, site } = context
  const { runs } = shownText(post, { hashtags: chat.hashtags, text: site.text, saysReply })
  const parts = [
    plainWords(runs.map((run) => runWords(run, context)).join('')),
    ...post.media.map((media) => mediaWords(media, post, context)),
    ...(post.poll ? pollWords(post.poll, context) : []),
  ]
  return parts.filter((part) => part !== '').flatMap((part) => wrap(part, width))
}

/** Links in full, since nothing can be followed here; posts of the session by author and time. */
function runWords(run: Run, { site, byId, time, words }: Context): string {
  if (typeof run === 'string') return run
  const said = site.text === 'short' ? byId.get(findPostId(run) ?? '') : undefined
  if (said) return `${plainLine(nameOf(said.post.author)) || words.unavailable}, ${time(said.at)}`
  return findHref(site.links === 't.co' ? run.url : run.target) ?? findHref(run.url) ?? run.display
}

function mediaWords({ kind, alt, url }: Media, post: Post, { words }: Context): string {
  const said = plainLine(alt ?? '') || words.noDescription
  const href = findHref(kind === 'photo' ? url : post.url) ?? findHref(post.url)
  return `[${words.picture[kind]}: ${said}]${href === undefined ? '' : ` ${href}`}`
}

function pollWords({ options }: Poll, { words }: Context): string[] {
  const lines = options.map(
    ({ label, votes }) => `- ${plainLine(label)}${votes === undefined ? '' : `, ${words.votes(votes)}`}`,
  )
  return [`${words.poll}:`, ...lines]
}
