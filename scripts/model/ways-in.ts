import type { ContributionNetwork } from './contribution.ts'
import { sentInWords } from './contribution-words.ts'
import { questionNumber, type SegmentKey } from './session.ts'
import type { Site } from './site.ts'

/** What somebody wants to send in: an answer to a session's question, or a question for a coming session. */
export type About = {
  /** Name of the chat. */
  readonly chat: string
  /** Local date of the session; undefined for a question. */
  readonly date?: string | undefined
  readonly question?: SegmentKey | undefined
}

/** One way to send something in from off the network. */
export type Way = {
  readonly kind: ContributionNetwork
  /** `by e-mail` */
  readonly label: string
  /** A whole address, or where `isInside`, the path of a page of this site from its root. */
  readonly href: string
  readonly isInside: boolean
}

/** The ways in that the host set up, the simplest first; [] where there is none. */
export function waysIn(site: Pick<Site, 'takePart' | 'language'>, about: About): Way[] {
  const { takePart, language } = site
  if (!takePart) return []
  const { email, form, formPage, tumblr, message, github } = takePart
  const found: readonly (readonly [ContributionNetwork, string | undefined])[] = [
    ['email', email && mailTo(email, about, language)],
    ['form', form ? formPath(about) : formPage && fillIn(formPage, about)],
    ['tumblr', tumblr],
    ['dm', message],
    ['github', github && newIssue(github, about)],
  ]
  return found.flatMap(([kind, href]) =>
    href ? [{ kind, label: sentInWords[language][kind], href, isInside: kind === 'form' && !!form }] : [],
  )
}

/** What a subject says in brackets, so that it finds its place: `lgovsm 2010-12-17 Q2`, `lgovsm question`. */
export function tagOf({ chat, date, question }: About): string {
  if (date === undefined) return `${chat} question`
  const number = questionNumber(question ?? '')
  return number === undefined ? `${chat} ${date}` : `${chat} ${date} Q${number}`
}

/** Where the forms of a session stand, or the one for a question. From the site's root. */
export function formPath({ chat, date, question }: About): string {
  if (date === undefined) return `/${chat}/ask/`
  return `/${chat}/${date}/answer/${question === undefined ? '' : `#${question}`}`
}

/** RFC 6068: subject and first lines are filled in, and lines end in CRLF. */
function mailTo(email: string, about: About, language: Site['language']): string {
  const address = encodeURIComponent(email).replace('%40', '@')
  return `mailto:${address}?subject=${encode(`[${tagOf(about)}]`)}&body=${encode(firstLines(language))}`
}

function firstLines(language: Site['language']): string {
  return `${nameLine[language]}: \r\n\r\n`
}

/** Whoever reads the mail looks for these words. */
export const nameLine = { en: 'Name to show', cy: 'Enw i’w ddangos' }

/** The repository's own form of that name; where it has none, an empty issue with that title. */
function newIssue(repository: string, about: About): string {
  const template = about.date === undefined ? 'question.yml' : 'answer.yml'
  return `https://github.com/${repository}/issues/new?template=${template}&title=${encode(`[${tagOf(about)}]`)}`
}

function fillIn(template: string, about: About): string {
  const number = questionNumber(about.question ?? '')
  const values: Readonly<Record<string, string>> = {
    chat: about.chat,
    date: about.date ?? '',
    question: number === undefined ? '' : `Q${number}`,
    tag: tagOf(about),
  }
  return template.replace(/(?:\{|%7B)(chat|date|question|tag)(?:\}|%7D)/gi, (_, name: string) =>
    encode(values[name.toLowerCase()] ?? ''),
  )
}

/** What a query may hold as it is stays so. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':')
}
