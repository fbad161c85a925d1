import type { Block } from './npf.ts'

type Text = { readonly type: 'text'; readonly text: string }
type Image = { readonly type: 'image'; readonly alt_text?: string | undefined }

/** Blocks as a person reads them; what Tumblr does to spaces makes no difference. */
export function linesOf(blocks: readonly (Block | Text | Image)[]): string[] {
  return blocks
    .map((block) => (block.type === 'text' ? block.text : `[${block.alt_text ?? ''}]`))
    .flatMap((text) => text.split('\n'))
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '[]')
}
