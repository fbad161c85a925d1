/** The parts of X's API v2 objects that the stand-in serves, in the names of specification 2.166. */
export type Tweet = {
  readonly id: string
  /** HTML-escaped (`&amp; &lt; &gt;`). */
  readonly text: string
  readonly author_id: string
  /** `2010-12-17T13:02:11.000Z` */
  readonly created_at: string
  readonly conversation_id: string
  readonly edit_history_tweet_ids: readonly string[]
  readonly referenced_tweets?: readonly Reference[]
  readonly in_reply_to_user_id?: string
  readonly entities?: Entities
  readonly note_tweet?: { readonly text: string; readonly entities?: Entities }
  readonly attachments?: { readonly media_keys?: readonly string[]; readonly poll_ids?: readonly string[] }
  readonly [field: string]: unknown
}

export type Reference = { readonly type: 'retweeted' | 'quoted' | 'replied_to'; readonly id: string }

/** Offsets are code points into the escaped text, end exclusive. */
export type Entities = {
  readonly urls?: readonly UrlEntity[]
  readonly hashtags?: readonly (Span & { readonly tag: string })[]
  readonly mentions?: readonly (Span & { readonly username: string; readonly id?: string })[]
}

export type Span = { readonly start: number; readonly end: number }

export type UrlEntity = Span & {
  readonly url: string
  readonly expanded_url: string
  readonly display_url: string
  readonly media_key?: string
}

export type User = {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly [field: string]: unknown
}

export type Media = { readonly media_key: string; readonly type: string; readonly [field: string]: unknown }

export type Poll = { readonly id: string; readonly options: unknown; readonly [field: string]: unknown }
