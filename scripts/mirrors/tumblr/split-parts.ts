import type { Titled } from '../../../templates/parts/section.ts'
import type { SegmentKey } from '../../model/session.ts'
import { add, fits, noWeight, weigh } from './caps.ts'
import {
  closingBlocks,
  contentsBlocks,
  type Framed,
  openingBlocks,
  type Part,
  partBlocks,
  partLine,
} from './frame.ts'
import type { Block } from './npf.ts'

/** One post on Tumblr, before it is dated and tagged. */
export type Composed = { readonly key: string; readonly blocks: readonly Block[] }

/** A question with what stands in it, in groups that belong together. */
export type Section = Titled & { readonly groups: readonly (readonly Block[])[] }

/** The opening, then a post for each question, or as many as it needs; each complete without the others. */
export function splitParts(framed: Framed, sections: readonly Section[]): Composed[] {
  const drafts = sections.flatMap((section) => draftsOf(framed, section))
  const of = drafts.length + 1
  const [begin, ...rest] = [
    openingBlocks(framed),
    partLine(framed, { number: 1, of }),
    contentsBlocks(sections),
  ]
  return [
    { key: 'summary', blocks: shortened(begin ?? [], [...rest.flat(), ...closingBlocks(framed)]) },
    ...drafts.map(({ key, ...inside }, index) => {
      return { key, blocks: framedBlocks(framed, { ...inside, part: { number: index + 2, of } }) }
    }),
  ]
}

type Inside = {
  readonly question: SegmentKey
  readonly title: string
  readonly blocks: readonly Block[]
  readonly part: Part
}

function framedBlocks(framed: Framed, { question, title, blocks, part }: Inside): Block[] {
  return [...partBlocks(framed, title, part), ...blocks, ...closingBlocks(framed, question)]
}

type Draft = Omit<Inside, 'part'> & { readonly key: string }

/** From the second post on the title says which. A post of the chat that fills more than a whole one is parted. */
function draftsOf(framed: Framed, { segment, title, groups }: Section): Draft[] {
  const question = segment.key
  const part = { number: 999, of: 999 }
  const frame = weigh(framedBlocks(framed, { question, title: `${title} (999)`, blocks: [], part }))
  const chunks: Block[][] = [[]]
  let weight = noWeight
  for (const blocks of groups.flatMap((group) =>
    fits(add(frame, weigh(group))) ? [group] : group.map((block) => [block]),
  )) {
    const more = weigh(blocks)
    if (!fits(add(frame, add(weight, more)))) {
      chunks.push([])
      weight = noWeight
    }
    chunks.at(-1)?.push(...blocks)
    weight = add(weight, more)
  }
  return chunks.map((blocks, index) => {
    const [key, number] = index === 0 ? [question, ''] : [`${question}-${index + 1}`, ` (${index + 1})`]
    return { key, question, title: `${title}${number}`, blocks }
  })
}

/** A host's words that alone are more than a post holds end where it is full. */
function shortened(blocks: readonly Block[], rest: readonly Block[]): Block[] {
  const room = (count: number) => fits(weigh([...blocks.slice(0, count), ...rest]))
  let count = blocks.length
  while (count > 2 && !room(count)) count--
  return [...blocks.slice(0, count), ...rest]
}
