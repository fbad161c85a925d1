import type { Link, Run } from '../model/post.ts'

/**
 * A link, or its text where it does not lead to the web: `javascript:`, `data:`, nonsense.
 * An empty display is made from the target.
 */
export function toLinkRun(link: Link): Run {
  if (!isWebAddress(link.target)) return link.url
  return { ...link, display: link.display === '' ? displayOf(link.target) : link.display }
}

/** Whether this is an absolute http or https address and nothing a URL parser would have to mend first. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}\\"<>]+$/iu.test(text) && URL.canParse(text)
}

/** As X shows an address, without its cut: `www.example.org/a` for `http://www.example.org/a`. */
function displayOf(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, '')
}
