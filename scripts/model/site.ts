import type { TakePart } from './take-part.ts'

/** What site.yaml says about the whole archive. */
export type Site = {
  readonly title: string
  /** One sentence under the title on the home page; '' for none. */
  readonly tagline: string
  /** Where the site stands, `https://example.org/archive/`; undefined until it is known. */
  readonly address: string | undefined
  /** Language of the interface, BCP 47. */
  readonly language: 'en' | 'cy'
  /** Whether links in posts lead straight to their target or through the network's shortener. */
  readonly links: 'expanded' | 't.co'
  /** `short` leaves off the page the chat's own hashtag at the end and a reply's leading @names. */
  readonly text: 'short' | 'full'
  /** CSS colour of links and marks; undefined for the built-in one. */
  readonly accent: string | undefined
  /** Whom to ask to have a post removed: an e-mail address or a web address. */
  readonly contact: string | undefined
  /** How questions and answers are sent in from off the network; undefined where they are not. */
  readonly takePart?: TakePart | undefined
  /** Whether there is a search page. */
  readonly search: boolean
  /** Whether each session is there as plain text too. */
  readonly textFiles: boolean
  /** Whether pictures are kept, made small, in a session's folder. */
  readonly media: 'small' | 'none'
  /** Names of the hosts that pictures may come from, lower case. */
  readonly mediaHosts: readonly string[]
  /** US dollars that one run may cost at most. */
  readonly maxCost: number
  /** Where the Friday run and `npm run publish` put the site; undefined where the host says it each time. */
  readonly publish?: PublishTo | undefined
  /** Name of the blog on Tumblr that sessions are copied to. */
  readonly tumblr?: string | undefined
  /** Where `npm run upgrade` finds releases, as git takes it; undefined where the host says it each time. */
  readonly upstream?: string | undefined
  /** The blog in the manner of Tumblr; undefined for none. */
  readonly blog?: Blog | undefined
  /** `tumblr` makes the blog the whole site. */
  readonly theme?: 'plain' | 'tumblr' | undefined
}

/** What the host says of the blog. */
export type Blog = {
  readonly isOn: boolean
  /** The chat whose posts have the shorter address, `lgovsm`; undefined where there is only one chat. */
  readonly first: string | undefined
}

/** A place that takes the files of a site. */
export type PublishTo =
  | { readonly kind: 'pages' }
  /** As the host wrote it: relative to the root of the project, or absolute. */
  | { readonly kind: 'folder'; readonly path: string }
  | ({ readonly kind: 'sftp' } & SftpAddress)

/** A folder on a server that is reached by SFTP. */
export type SftpAddress = {
  /** Undefined for the name that the host has on this computer. */
  readonly user: string | undefined
  readonly host: string
  readonly port: number
  /** From where a login begins, unless it starts with `/`. */
  readonly path: string
}

/** An ordinary page: about, how to take part. */
export type Page = {
  /** Address: `about` for /about/. */
  readonly slug: string
  readonly title: string
  /** Markdown. */
  readonly body: string
}
