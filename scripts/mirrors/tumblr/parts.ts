import { isAfterwards } from '../../../templates/parts/aside.ts'
import { contextOf } from '../../../templates/parts/context.ts'
import { plainLine } from '../../../templates/parts/plain/plain.ts'
import type { Titled } from '../../../templates/parts/section.ts'
import { titledSections } from '../../../templates/parts/sections.ts'
import { wordsIn } from '../../../templates/parts/words.ts'
import { questionNumber } from '../../model/session.ts'
import type { SaidPost } from '../../model/shown.ts'
import { summarize } from '../../model/summary.ts'
import type { MirrorSource } from '../mirror.ts'
import { fits, weigh } from './caps.ts'
import { closingBlocks, openingBlocks } from './frame.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import type { Block } from './npf.ts'
import { saidBlocks, type Talk } from './said-blocks.ts'
import { textBlocks } from './spans.ts'
import { type Composed, splitParts } from './split-parts.ts'

/**
 * A session as one post where it fits, else as its opening and one for each question; a question that does not fit
 * either goes on in further ones. In reading order; [] where nothing was said.
 */
export function composeParts(source: MirrorSource): Composed[] {
  const { site, chat, session } = source
  const words = wordsIn(site.language)
  const framed = { ...source, words, summary: summarize(chat, session) }
  const context = contextOf({ site, chat, words, session, media: '', bylineHref: () => undefined })
  const talk = { context, pictures: source.pictures }
  const sections = titledSections(session, context)
    .map((titled) => ({ ...titled, groups: groupsOf(titled, talk) }))
    .filter(({ groups, segment }) => groups.length > 0 || questionNumber(segment.key) !== undefined)
  if (framed.summary.posts === 0) return []
  const whole = [
    ...openingBlocks(framed),
    ...sections.flatMap(({ title, groups }) => [...heading(title), ...groups.flat()]),
    ...closingBlocks(framed),
  ]
  if (fits(weigh(whole))) return [{ key: 'all', blocks: whole }]
  return splitParts(framed, sections)
}

/** What belongs together: the host's note, each post, and the line above those that came afterwards. */
function groupsOf({ segment }: Titled, talk: Talk): Block[][] {
  const { context } = talk
  const posts = context.said.filter(({ key, post }) => key === segment.key && !post.removed)
  const blocksOf = (said: SaidPost) => saidBlocks(said, talk)
  const late = posts.filter((said) => isAfterwards(said, context)).map(blocksOf)
  const [firstLate, ...otherLate] = late
  const afterwards = textBlocks([{ text: context.words.afterwards, style: 'bold' }])
  return [
    markdownBlocks(segment.intro, context.site.address, 'indented'),
    ...posts.filter((said) => !isAfterwards(said, context)).map(blocksOf),
    ...(firstLate ? [[...afterwards, ...firstLate], ...otherLate] : []),
  ].filter((blocks) => blocks.length > 0)
}

function heading(title: string): Block[] {
  return textBlocks([{ text: plainLine(title) }], 'heading2')
}
