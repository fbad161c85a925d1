import { type Block, portable } from './npf.ts'

/** What one post holds at most: https://www.tumblr.com/docs/npf, "Post Content Limits". */
export const caps = {
  blocks: 1000,
  /** As JSON; a little less than Tumblr takes, for what it puts around them. */
  bytes: 950_000,
  links: 100,
  pictures: 30,
}

/** Code points of a text block, or of a picture's description. */
export const longestText = 4096

export type Weight = Readonly<Record<keyof typeof caps, number>>

export const noWeight: Weight = { blocks: 0, bytes: 0, links: 0, pictures: 0 }

export function weigh(blocks: readonly Block[]): Weight {
  return blocks.map(weighBlock).reduce(add, noWeight)
}

export function add(a: Weight, b: Weight): Weight {
  return {
    blocks: a.blocks + b.blocks,
    bytes: a.bytes + b.bytes,
    links: a.links + b.links,
    pictures: a.pictures + b.pictures,
  }
}

export function fits(weight: Weight): boolean {
  return (Object.keys(caps) as (keyof Weight)[]).every((what) => weight[what] <= caps[what])
}

function weighBlock(block: Block): Weight {
  const formatting = block.type === 'text' ? (block.formatting ?? []) : []
  return {
    blocks: 1,
    bytes: Buffer.byteLength(JSON.stringify(portable(block))) + 1,
    links: formatting.filter(({ type }) => type === 'link').length,
    pictures: block.type === 'image' ? 1 : 0,
  }
}
