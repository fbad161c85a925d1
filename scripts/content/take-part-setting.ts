import type { TakePart } from '../model/take-part.ts'
import { fromText, optional, settings } from './setting-types.ts'

/** `ask@example.org`, with or without `mailto:`. */
export const email = fromText('write an e-mail address such as ask@example.org', (text) => {
  const plain = text.replace(/^mailto:/i, '')
  return /^[^\s@<>"'&?:/]+@[^\s@<>"'&?:/]+\.[^\s@<>"'&?:/]+$/.test(plain) ? plain : undefined
})

const webAddress = fromText('write a web address that begins with https://', (text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url && /^https?:$/.test(url.protocol) && url.username === '' ? url.href : undefined
})

/** `owner/repository`, or its address. */
const repository = fromText('write owner and repository such as anne/lgovsm', (text) => {
  const plain = text.replace(/^(?:https?:\/\/)?(?:www\.)?github\.com\//i, '').replace(/(?:\.git)?\/*$/, '')
  return /^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/.test(plain) ? plain : undefined
})

const shape = settings({
  email: optional(email),
  form: optional(webAddress),
  form_page: optional(webAddress),
  tumblr: optional(webAddress),
  message: optional(webAddress),
  github: optional(repository),
})

/** The ways in, each on a line of its own. */
export const takePart = shape.transform(
  ({ form_page, ...same }): TakePart => ({ ...same, formPage: form_page }),
)
