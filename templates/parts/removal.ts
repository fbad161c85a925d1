import type { Site } from '../../scripts/model/site.ts'
import { type Content, html } from './html.ts'
import { findHref } from './safe-href.ts'
import type { Words } from './words.ts'

type Removal = {
  readonly site: Site
  /** The page that is asked from. */
  readonly path: string
  readonly hosts: readonly string[]
  readonly words: Words
}

/**
 * How somebody has a post taken down: as the site says, else by a way in that others cannot read. Where there is
 * none, the hosts are the ones to ask.
 */
export function removal({ site, path, hosts, words }: Removal): Content {
  const { email, message, tumblr } = site.takePart ?? {}
  const contact = site.contact ?? email ?? message ?? tumblr
  if (contact === undefined) {
    const names = hosts.length === 0 ? words.theHosts : hosts.map((handle) => `@${handle}`).join(', ')
    return words.askHosts(names)
  }
  if (/^[^\s@/]+@[^\s@/]+$/.test(contact)) {
    const subject = encodeURIComponent(`${words.removalSubject}: ${path}`)
    return html`<a href="mailto:${contact}?subject=${subject}">${words.removal}</a>`
  }
  const href = findHref(contact)
  return href === undefined ? `${words.removal}: ${contact}` : html`<a href="${href}">${words.removal}</a>`
}
