import { questionNumber } from '../../scripts/model/session.ts'
import type { SiteData } from './site-data.ts'

type Titled = {
  readonly key: string
  readonly question: string
  /** Local, `13:00`; undefined where the segment has no times. */
  readonly span?: { readonly from: string; readonly to: string } | undefined
  /** How many questions the session has. */
  readonly of: number
}

/** `Q2: How do you …?`; a question nobody put into words is called by its time, never invented. */
export function questionTitle(
  { key, question, span, of }: Titled,
  { words }: Pick<SiteData, 'words'>,
): string {
  const number = questionNumber(key)
  if (key === 'before') return words.before
  if (key === 'after') return words.after
  if (number === undefined) return key
  const label = words.questionLabel(number)
  if (question !== '') return /^[QC]\d/i.test(question) ? question : `${label}: ${question}`
  if (of === 1) return words.open
  return span ? `${label}: ${words.span(span.from, span.to)}` : label
}
