import type { Picture } from '../mirror.ts'

/** Tumblr's post format, as far as it is used here: https://www.tumblr.com/docs/npf */
export type Block = TextBlock | ImageBlock

export type TextBlock = {
  readonly type: 'text'
  readonly text: string
  readonly subtype?: Subtype
  readonly formatting?: readonly Formatting[]
}

export type Subtype = 'heading1' | 'heading2' | 'indented' | 'unordered-list-item' | 'ordered-list-item'

/** Code points into the text, end exclusive. */
export type Formatting =
  | { readonly type: 'bold' | 'italic' | 'small'; readonly start: number; readonly end: number }
  | { readonly type: 'link'; readonly start: number; readonly end: number; readonly url: string }

export type ImageBlock = {
  readonly type: 'image'
  /** Is to be uploaded. */
  readonly picture: Picture
  readonly alt_text: string
}

/** A block as it is the same on every computer: with a picture's bytes, and not where they lie. */
export function portable(block: Block): unknown {
  return block.type === 'image' ? { ...block, picture: block.picture.digest } : block
}
