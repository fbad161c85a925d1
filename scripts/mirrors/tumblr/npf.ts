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
  /** Path of the file that is to be uploaded. */
  readonly file: string
  readonly alt_text: string
}
