import type { SentBlock } from './npf.ts'
import { badFormat, Refused } from './refusals.ts'

/** What a post may hold at most: Tumblr's "Post Content Limits". */
export const caps = {
  blocks: 1000,
  /** Bytes of content and layout as JSON, without what is uploaded. */
  bytes: 1_000_000,
  /** Code points of a text block, an alt text, a caption. */
  text: 4096,
  links: 100,
  mentions: 50,
  images: 30,
  linkBlocks: 10,
  videos: 10,
  audios: 10,
} as const

/** Refuses a post that holds too much, or formats text that is not there. */
export function checkCaps(blocks: readonly SentBlock[], layout: readonly unknown[]): void {
  const formatting = blocks.flatMap((one) => (one.type === 'text' ? (one.formatting ?? []) : []))
  const count = (type: string) => blocks.filter((one) => one.type === type).length
  const inline = (type: string) => formatting.filter((one) => one.type === type).length
  const table: readonly (readonly [string, number, number])[] = [
    ['content blocks', blocks.length, caps.blocks],
    ['bytes', Buffer.byteLength(JSON.stringify({ content: blocks, layout })), caps.bytes],
    ['inline links', inline('link'), caps.links],
    ['mentions', inline('mention'), caps.mentions],
    ['image blocks', count('image'), caps.images],
    ['link blocks', count('link'), caps.linkBlocks],
    ['video blocks', count('video'), caps.videos],
    ['audio blocks', count('audio'), caps.audios],
  ]
  for (const [what, held, most] of table) {
    if (held > most) throw new Refused(badFormat(`a post may hold ${most} ${what}, not ${held}`))
  }
  for (const [index, one] of blocks.entries()) checkBlock(one, `content.${index}`)
}

function checkBlock(block: SentBlock, where: string): void {
  if (block.type === 'image') {
    checkLength(block.alt_text ?? '', `${where}.alt_text`)
    checkLength(block.caption ?? '', `${where}.caption`)
  }
  if (block.type !== 'text') return
  const length = checkLength(block.text, where)
  for (const { start, end } of block.formatting ?? []) {
    if (start >= end) throw new Refused(badFormat(`${where}: formatting from ${start} to ${end} is empty`))
    if (end > length) throw new Refused(badFormat(`${where}: formatting to ${end} of ${length} characters`))
  }
}

/** In code points. */
function checkLength(text: string, where: string): number {
  const { length } = [...text]
  if (length > caps.text)
    throw new Refused(badFormat(`${where}: ${length} characters, more than ${caps.text}`))
  return length
}
