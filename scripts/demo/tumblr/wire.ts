/** Tumblr's objects, in the names of its API v2 and of its post format. */
export type Block = TextBlock | ImageBlock | LinkBlock | EmbedBlock

export type TextBlock = {
  readonly type: 'text'
  readonly text: string
  readonly subtype?: string | undefined
  readonly indent_level?: number | undefined
  readonly formatting?: readonly Formatting[] | undefined
}

/** Code points into the text, end exclusive. */
export type Formatting = {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly url?: string | undefined
  readonly blog?: { readonly uuid: string } | undefined
  readonly hex?: string | undefined
}

export type ImageBlock = {
  readonly type: 'image'
  /** Widest first. */
  readonly media: readonly Media[]
  readonly alt_text?: string | undefined
  readonly caption?: string | undefined
}

export type LinkBlock = { readonly type: 'link'; readonly url: string; readonly [field: string]: unknown }

export type EmbedBlock = { readonly type: 'audio' | 'video'; readonly [field: string]: unknown }

export type Media = {
  readonly url: string
  /** `image/png` */
  readonly type: string
  readonly width: number
  readonly height: number
}

export const states = ['published', 'queue', 'draft', 'private', 'unapproved'] as const
export type State = (typeof states)[number]

/** A post as the stand-in keeps it. */
export type StoredPost = {
  readonly id: string
  /** The id that a draft or a queued post had before it was published. */
  readonly genesisId: string | undefined
  readonly state: State
  readonly content: readonly Block[]
  readonly layout: readonly unknown[]
  readonly tags: readonly string[]
  readonly slug: string
  readonly sourceUrl: string | undefined
  /** Milliseconds since 1970: what the post says of itself; in the past where it was back-dated. */
  readonly date: number
  /** When it really came out, by which dashboards are ordered. */
  readonly publishedAt: number | undefined
  /** When a queued post is to come out. */
  readonly publishOn: number | undefined
  readonly edits: number
  readonly reblogKey: string
}

/** What somebody sent in by the blog's submit page. */
export type Submission = {
  readonly id: string
  readonly at: number
  readonly content: readonly Block[]
  readonly tags: readonly string[]
  /** The sender's blog; undefined where it was sent without one. */
  readonly by: string | undefined
  readonly anonymousName: string | undefined
  readonly anonymousEmail: string | undefined
}

/** What somebody did with a post. */
export type Note = {
  readonly postId: string
  readonly type: 'reply' | 'reblog' | 'like'
  readonly by: string
  readonly at: number
  /** A reply's words, or what a reblog adds. */
  readonly text: string
  readonly tags: readonly string[]
  /** A reblog's own post. */
  readonly reblogId: string | undefined
}
