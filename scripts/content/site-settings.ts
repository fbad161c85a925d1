import type { z } from 'zod'
import { findNameProblem } from '../model/chat.ts'
import { isColour } from '../model/colour.ts'
import { findPlace } from '../model/publish-to.ts'
import type { Blog, Site } from '../model/site.ts'
import { readText } from './folder.ts'
import {
  fromText,
  line,
  listOf,
  media,
  oneOf,
  optional,
  setting,
  settings,
  yesOrNo,
} from './setting-types.ts'
import { parseSettings } from './settings-file.ts'
import { takePart } from './take-part-setting.ts'

const file = 'content/site.yaml'

/** site.yaml as the host wrote it; every setting has a default, and so has a site without the file. */
export function readSite(root: string): Site {
  return parseSite(readText(root, file) ?? '')
}

/** Throws a Problem with file and line. */
export function parseSite(text: string): Site {
  const { max_cost, media_hosts, text_files, take_part, ...same } = parseSettings(shape, text, file)
  return { ...same, takePart: take_part, textFiles: text_files, mediaHosts: media_hosts, maxCost: max_cost }
}

const address = fromText('write the address of the site such as https://example.org/archive/', (text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) return undefined
  return url.href.endsWith('/') ? url.href : `${url.href}/`
})

/** What CSS takes as a colour, and nothing that could end the rule. */
const colour = fromText('write a colour such as "#00703c" or teal', (text) =>
  /^(#([0-9a-f]{3}|[0-9a-f]{6})|[a-z]{3,20}|(rgb|hsl|oklch)\([0-9., %/a-z]{5,40}\))$/i.test(text) &&
  isColour(text)
    ? text
    : undefined,
)

/** An e-mail address, or a web address. */
export const contact = fromText('write an e-mail address or a web address', (text) => {
  const plain = text.replace(/^mailto:/i, '')
  if (/^[^\s@<>"'&?:/]+@[^\s@<>"'&?:/]+\.[^\s@<>"'&?:/]+$/.test(plain)) return plain
  return /^https?:\/\//.test(plain) && URL.canParse(plain) ? new URL(plain).href : undefined
})

const dollars = fromText('write US dollars such as 2.50', (text) =>
  /^\$?\d{1,5}([.,]\d{1,2})?$/.test(text) ? Number(text.replace('$', '').replace(',', '.')) : undefined,
)

/** Without port or path; an address in numbers is none. */
const host = fromText('write the name of a host such as pbs.twimg.com', (text) =>
  /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i.test(text)
    ? text.toLowerCase()
    : undefined,
)

/** `pages`, `folder ../public` or `sftp user@host:path`; the path may have spaces. */
const publishTo = fromText(
  'write pages, folder and a path such as folder ../public, or sftp user@host:path',
  (text) => findPlace(text.split(/\s+(.*)/s).filter(Boolean)),
)

/** `yes`, `no`, or the name of a chat, `lgovsm` or `#lgovsm`. */
const blog = fromText(
  'write yes, no, or the name of the chat that the blog began with',
  (text): Blog | undefined => {
    const word = text.toLowerCase().replace(/^#/, '')
    if (/^(?:yes|no|true|false)$/.test(word)) return { isOn: /^[yt]/.test(word), first: undefined }
    return findNameProblem(word) === undefined ? { isOn: true, first: word } : undefined
  },
)

/** The name of a blog on Tumblr, or its address. */
const tumblr = fromText(
  'write the name of the blog on Tumblr, such as lgovsm for lgovsm.tumblr.com',
  (text) => {
    const name = text
      .toLowerCase()
      .replace(/^@|^https?:\/\/(?:www\.tumblr\.com\/)?|\/.*$/g, '')
      .replace(/\.tumblr\.com$/, '')
    return /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/.test(name) ? name : undefined
  },
)

/** Where X keeps pictures, and stills of films. */
const usualMediaHosts = ['pbs.twimg.com', 'video.twimg.com']

const shape = settings({
  title: setting(line, 'Chat archive'),
  tagline: setting(line, ''),
  address: optional(address),
  language: setting(
    oneOf({ en: 'en', cy: 'cy', english: 'en', welsh: 'cy', cymraeg: 'cy' }, 'en or cy'),
    'en',
  ),
  links: setting(oneOf({ expanded: 'expanded', 't.co': 't.co' }), 'expanded'),
  text: setting(oneOf({ short: 'short', full: 'full' }), 'short'),
  accent: optional(colour),
  contact: optional(contact),
  take_part: optional(takePart),
  search: setting(yesOrNo, true),
  text_files: setting(yesOrNo, true),
  media: setting(media, 'small'),
  media_hosts: setting(listOf(host), usualMediaHosts),
  max_cost: setting(dollars, 10),
  publish: optional(publishTo),
  tumblr: optional(tumblr),
  upstream: optional(line),
  blog: optional(blog),
  theme: optional(oneOf({ plain: 'plain', tumblr: 'tumblr' })),
} satisfies Record<
  | Exclude<keyof Site, 'maxCost' | 'mediaHosts' | 'textFiles' | 'takePart'>
  | 'max_cost'
  | 'media_hosts'
  | 'text_files'
  | 'take_part',
  z.ZodType
>)
