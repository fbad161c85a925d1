import type { PostInput } from '../../demo/sample-post.ts'
import { benchHashtag } from './bench-chat.ts'
import { between, pick, type Random } from './random.ts'
import type { Language } from './words.ts'

type Setting = {
  readonly random: Random
  readonly language: Language
  /** Posts so far, which an answer may reply to or quote. */
  readonly said: readonly PostInput[]
  /** Number of the question that is running. */
  readonly running: number
}

type Words = Pick<PostInput, 'text'> & Partial<Pick<PostInput, 'to' | 'quotes' | 'lang' | 'pictures'>>

/**
 * What somebody says: six in ten with a label, a third in reply, some with a link, a quote or a picture, a few
 * long ones and a few in another language.
 */
export function inventAnswer({ random, language, said, running }: Setting): Words {
  const replied = random() < 0.35 ? findRecent(random, said) : undefined
  const quoted = random() < 0.05 ? findRecent(random, said) : undefined
  const about = random() < 0.2 ? Math.max(1, running - 1) : running
  const picture = random() < 0.03 ? [inventPicture(random, language)] : []
  const text = [
    replied && `@${replied.by}`,
    random() < 0.6 && `A${about}`,
    random() < 0.04 ? longText(random, language) : shortText(random, language),
    random() < 0.12 && inventLink(random, language),
    random() < 0.05 && pick(random, ['🙂', '👍🏽', '❄️', '👩‍💻', '🏴󠁧󠁢󠁷󠁬󠁳󠁿']),
    random() < 0.9 && benchHashtag,
  ]
  return {
    text: text.filter(Boolean).join(' '),
    ...(replied?.id !== undefined && { to: replied.id }),
    ...(quoted?.id !== undefined && { quotes: quoted.id }),
    ...(random() < 0.02 && { lang: 'cy' }),
    ...(picture.length > 0 && { pictures: picture }),
  }
}

/** People answer what they have just read. */
function findRecent(random: Random, said: readonly PostInput[]): PostInput | undefined {
  return said.length === 0 ? undefined : said.at(-between(random, 1, Math.min(25, said.length)))
}

function shortText(random: Random, language: Language): string {
  const first = language.sentence(random, between(random, 4, 15))
  const more = random() < 0.45 ? ` ${language.sentence(random, between(random, 3, 12))}` : ''
  return random() < 0.03 ? `${first} & ${language.word(random)}${more}` : `${first}${more}`
}

function longText(random: Random, language: Language): string {
  const sentences = Array.from({ length: between(random, 5, 9) }, () =>
    language.sentence(random, between(random, 8, 18)),
  )
  return sentences.join(random() < 0.5 ? ' ' : '\n')
}

function inventLink(random: Random, language: Language): string {
  const letters = (text: string) => text.replace(/[^a-z]/g, '')
  const path = Array.from({ length: between(random, 1, 4) }, () => letters(language.word(random))).join('-')
  return `https://${letters(language.word(random))}.example/${path}`
}

function inventPicture(random: Random, language: Language) {
  const alt = random() < 0.7 ? { alt: language.sentence(random, between(random, 5, 20), '.') } : {}
  return { file: `picture-${between(random, 1, 99_999)}.jpg`, width: 1200, height: 800, ...alt }
}
