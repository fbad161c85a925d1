import type { Words } from '../../../templates/parts/words.ts'
import { questionNumber, type SegmentKey } from '../../model/session.ts'
import { type Way, waysIn } from '../../model/ways-in.ts'
import type { MirrorSource } from '../mirror.ts'
import type { Span } from './spans.ts'
import { tumblrWords } from './words.ts'

type Asking = Pick<MirrorSource, 'site' | 'chat' | 'session'> & { readonly words: Words }

/** The ways to send in an answer that are pages on the web, as the host set them up; [] where there is none. */
export function waySpans({ site, chat, session, words }: Asking, question: SegmentKey | undefined): Span[] {
  const number = questionNumber(question ?? '')
  const { answer } = tumblrWords(site.language)
  const begin = number === undefined ? answer : words.answerBy(words.questionLabel(number), '').trim()
  const links = waysIn(site, { chat: chat.name, date: session.date, question }).flatMap((way): Span[] => {
    const href = addressOf(way, site.address)
    return href === undefined ? [] : [{ text: way.label, href }]
  })
  if (links.length === 0) return []
  const parted = links.flatMap((link, index) => [{ text: index === 0 ? `${begin} ` : ' · ' }, link])
  return [...parted, { text: `. ${words.waysNote}` }]
}

/** A page of this site has one once the site itself has. */
function addressOf({ href, isInside }: Way, base: string | undefined): string | undefined {
  const whole = isInside ? base && new URL(href.slice(1), base).href : href
  return whole && URL.canParse(whole) && /^https?:/i.test(whole) ? whole : undefined
}
