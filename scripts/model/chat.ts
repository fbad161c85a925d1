/** A series of sessions on a hashtag, as chat.yaml tells it. */
export type Chat = {
  /** Folder and address: `lgovsm`. */
  readonly name: string
  readonly title: string
  /** With `#`; the first is the chat's own, the others are read too. */
  readonly hashtags: readonly string[]
  /** IANA name, `Europe/London`. */
  readonly zone: string
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  /** Local wall time, `13:00`. */
  readonly time: string
  readonly minutes: number
  /** How many questions share the hour; 0 is one open chat. */
  readonly questions: number
  /** Handles without `@`. */
  readonly hosts: readonly string[]
  /** Local date of the first session; none is due before it. */
  readonly first: string | undefined
  /** Dates without a session. */
  readonly skip: readonly Skip[]
  /** Sessions that differ from the rule, or stand on another day. */
  readonly oneOffs: readonly OneOff[]
  readonly window: Window
  /** Handles (without `@`) or post ids that never enter a question. */
  readonly leaveOut: readonly string[]
  /** Whether replies to the question posts are read too where they forgot the hashtag. */
  readonly replies: boolean
  /** A post that carries this hashtag is not stored at all. */
  readonly offTheRecord: string
  /** Whether pictures are kept; undefined for what the site says. */
  readonly media: 'small' | 'none' | undefined
  /** Invented people from the built-in sample. */
  readonly sample: boolean
}

/** What one date has of its own; undefined is as always. */
export type OneOff = {
  readonly date: string
  readonly time: string | undefined
  readonly minutes: number | undefined
  readonly questions: number | undefined
  readonly hosts: readonly string[] | undefined
}

export type Skip = { readonly date: string; readonly reason: string }

/** How far around the hour a session is read, in minutes. */
export type Window = {
  /** Before the start. */
  readonly before: number
  /** After the end: each is a reading of its own, ascending; the last completes the session. */
  readonly after: readonly number[]
}

/** Addresses the site needs for itself, and names that no file system takes. */
const reserved = new Set(
  'blog search people questions links media assets pages feed calendar sitemap index 404 pagefind site con prn aux nul'.split(
    ' ',
  ),
)

/** Why a folder cannot be a chat, as a sentence; undefined where it can. */
export function findNameProblem(name: string): string | undefined {
  if (reserved.has(name) || /^(?:com|lpt)[0-9]$/.test(name)) {
    return `"${name}" is an address that the site needs for itself`
  }
  if (!/^[a-z0-9][a-z0-9-]{0,49}$/.test(name)) return `"${name}" is not a name: use a to z, 0 to 9 and "-"`
  return undefined
}
