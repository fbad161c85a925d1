import { isContribution } from '../../scripts/model/contribution.ts'
import { isFileName } from '../../scripts/model/file-name.ts'
import { compareCodePoints } from '../../scripts/model/order.ts'
import type { Media, Post, Run } from '../../scripts/model/post.ts'
import { siteOf } from '../../scripts/model/shared-links.ts'

/*
 * The harmless twin of a hostile text: what pages look at stays (white space, line breaks, direction, what is
 * invisible, `@`), everything else becomes a letter. A page about the twin has the tags that the page about
 * the text is to have.
 */

/** White space, what pages drop or do not show, marks, and the controls of direction. */
const kept =
  /[\s\u0085\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}\u2800@＠]/u
/** Letters and digits from right to left: classes R, AL and AN of Unicode's bidirectional algorithm. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

const turns = new RegExp(`${rightToLeft.source}|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]`, 'u')

export function twinText(text: string): string {
  return [...text].map(twinCharacter).join('')
}

function twinCharacter(character: string): string {
  if (kept.test(character)) return character
  if (rightToLeft.test(character)) return 'א'
  return /[A-Za-z0-9_.-]/.test(character) ? 'x' : '×'
}

/** An address of the same kind: leads there or not, is counted among what was shared or not. */
export function twinTarget(target: string): string {
  const words = target.trim()
  const isShared = /^https?:\/\//i.test(target)
  const leads =
    /^(?:https?:\/\/|mailto:)[^\0-\x20\x7f\u2028\u2029][^\0-\x20\x7f]*$/i.test(words) &&
    !/[\0-\x20\x7f]/.test(words)
  if (/^https?:\/\/(?:www\.|m\.|mobile\.)?(?:x|twitter)\.com\/.*\/status\/\d/i.test(target))
    return 'https://x.com/zz/status/1'
  const turned = turns.test(target) ? 'א' : ''
  if (leads && /^mailto:/i.test(words)) return `mailto:zz@example.org${turned}`
  if (leads) return `${isShared ? '' : ' '}https://example.org/${turned}`
  return `${isShared ? 'https://exam ple.org/' : 'nowhere'}${turned}`
}

/** The same where many links stand together: by their sites in the same order, each leading to another place. */
export function twinTargets(posts: readonly Post[]): (target: string) => string {
  const links = posts.flatMap(({ text }) => text.filter((run) => typeof run !== 'string'))
  const targets = [...new Set(links.map(({ target }) => target))]
  const sites = [...new Set(targets.map(siteOf))].sort(compareCodePoints)
  return (target) => {
    const rank = String(sites.indexOf(siteOf(target))).padStart(6, '0')
    return twinTarget(target)
      .replace('//example.org/', `//s${rank}.example/${targets.indexOf(target)}`)
      .replace('//exam ple.org/', `//s${rank}.example/ ${targets.indexOf(target)}`)
  }
}

/** The same for a post's own address, which may be a place on the site. */
export function twinAddress(address: string): string {
  return /^(?:\.\.\/|#)/.test(address) ? '../zz' : twinTarget(address)
}

export function twinLanguage(language: string): string {
  return /^[A-Za-z0-9-]+$/.test(language) ? language : 'und'
}

/** Ids stay apart, and each with its network. */
export function twinIds(): (id: string) => string {
  const known = new Map<string, string>()
  return (id) => {
    const colon = id.indexOf(':')
    const network =
      colon < 0 || id.startsWith('x:') ? '' : isContribution({ id }) ? id.slice(0, colon + 1) : 'zz:'
    const twin = known.get(id) ?? `${network}${7000 + known.size}`
    known.set(id, twin)
    return twin
  }
}

/** How what may not become the same is told apart. */
export type Apart = {
  readonly idOf: (id: string) => string
  /** Twins of what links lead to. */
  readonly targetOf?: (target: string) => string
}

export function twinPost(post: Post, apart: Apart): Post {
  const { idOf, targetOf = twinTarget } = apart
  const id = (value: string | undefined) => (value === undefined ? undefined : idOf(value))
  return {
    ...post,
    id: idOf(post.id),
    author: {
      id: id(post.author.id),
      handle: post.author.handle === undefined ? undefined : twinText(post.author.handle),
      name: twinText(post.author.name),
    },
    url: post.url === undefined ? undefined : twinAddress(post.url),
    text: post.text.map((run) => twinRun(run, targetOf)),
    media: post.media.map(twinMedia),
    poll: post.poll && {
      ...post.poll,
      options: post.poll.options.map(({ label, votes }) => ({ label: twinText(label), votes })),
    },
    lang: post.lang === undefined ? undefined : twinLanguage(post.lang),
    replyTo: id(post.replyTo),
    replyToUser: id(post.replyToUser),
    conversation: id(post.conversation),
    quotes: id(post.quotes),
    quoted: post.quoted && twinPost(post.quoted, apart),
    repostOf: id(post.repostOf),
    versions: post.versions.map(idOf),
  }
}

function twinRun(run: Run, targetOf: (target: string) => string): Run {
  if (typeof run === 'string') return twinText(run)
  return { url: twinTarget(run.url), target: targetOf(run.target), display: twinText(run.display) }
}

function twinMedia(media: Media): Media {
  const isPlain = media.file !== undefined && isFileName(media.file)
  return {
    ...media,
    url: twinTarget(media.url),
    file: media.file === undefined ? undefined : isPlain ? 'a.png' : '../a',
    alt: media.alt === undefined ? undefined : twinText(media.alt),
  }
}
