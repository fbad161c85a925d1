import { isAfterwards } from '../../../templates/parts/aside.ts'
import { contextOf } from '../../../templates/parts/context.ts'
import { plainLine } from '../../../templates/parts/plain/plain.ts'
import type { Titled } from '../../../templates/parts/section.ts'
import { titledSections } from '../../../templates/parts/sections.ts'
import { wordsIn } from '../../../templates/parts/words.ts'
import { questionNumber, type SegmentKey } from '../../model/session.ts'
import type { SaidPost } from '../../model/shown.ts'
import { summarize } from '../../model/summary.ts'
import type { MirrorSource } from '../mirror.ts'
import { add, caps, fits, noWeight, weigh } from './caps.ts'
import {
  closingBlocks,
  contentsBlocks,
  type Framed,
  openingBlocks,
  type Part,
  partBlocks,
  partLine,
} from './frame.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import type { Block } from './npf.ts'
import { saidBlocks, type Talk } from './said-blocks.ts'
import { textBlocks } from './spans.ts'

/** One post on Tumblr, before it is dated and tagged. */
export type Composed = { readonly key: string; readonly blocks: readonly Block[] }

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
  return inParts(framed, sections)
}

type Section = Titled & { readonly groups: readonly (readonly Block[])[] }

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

type Draft = { readonly key: string; readonly title: string; readonly blocks: readonly Block[] }

function inParts(framed: Framed, sections: readonly Section[]): Composed[] {
  const drafts = sections.flatMap((section) => draftsOf(framed, section))
  const of = drafts.length + 1
  const opening = [
    ...openingBlocks(framed),
    ...partLine(framed, { number: 1, of }),
    ...contentsBlocks(sections),
    ...closingBlocks(framed),
  ]
  return [
    { key: 'summary', blocks: opening },
    ...drafts.map(({ key, title, blocks }, index) => {
      return { key, blocks: framedBlocks(framed, { title, blocks, part: { number: index + 2, of } }) }
    }),
  ]
}

type Inside = { readonly title: string; readonly blocks: readonly Block[]; readonly part: Part }

function framedBlocks(framed: Framed, { title, blocks, part }: Inside): Block[] {
  return [...partBlocks(framed, title, part), ...blocks, ...closingBlocks(framed)]
}

/** A question as one post, or as many as it needs; from the second on the title says so. */
function draftsOf(framed: Framed, { segment, title, groups }: Section): Draft[] {
  const frame = weigh(
    framedBlocks(framed, { title: `${title} (99)`, blocks: [], part: { number: 99, of: 99 } }),
  )
  const room = (blocks: readonly Block[]) => fits(add(frame, weigh(blocks)))
  const chunks: Block[][] = [[]]
  let weight = noWeight
  for (const blocks of groups.flatMap((group) => (room(group) ? [group] : [...group].map(alone)))) {
    const more = weigh(blocks)
    if (!fits(add(frame, add(weight, more)))) {
      chunks.push([])
      weight = noWeight
    }
    chunks.at(-1)?.push(...blocks)
    weight = add(weight, more)
  }
  return chunks.map((blocks, index) => ({
    key: partKey(segment.key, index),
    title: index === 0 ? title : `${title} (${index + 1})`,
    blocks,
  }))
}

function partKey(key: SegmentKey, index: number): string {
  return index === 0 ? key : `${key}-${index + 1}`
}

/** Links that one block may have beside those of the frame. */
const mostLinks = caps.links - 20

/** A block of a post that fills more than a whole one; the links beyond what fits are words. */
function alone(block: Block): Block[] {
  if (block.type !== 'text' || !block.formatting) return [block]
  let links = 0
  const formatting = block.formatting.filter(({ type }) => type !== 'link' || ++links <= mostLinks)
  return [{ ...block, formatting }]
}
