import type { Link, Run } from '../model/post.ts'

/**
 * A link, or its text where it does not lead to the web: `javascript:`, `data:`, nonsense.
 * An empty display is made from the target.
 */
export function toLinkRun(link: Link): Run {
  const target = link.target.replace(/["<>`]/g, encodeURIComponent)
  if (!isWebAddress(target)) return link.url
  return { url: link.url, target, display: link.display === '' ? displayOf(target) : link.display }
}

/** Whether this is an absolute http or https address that no parser has to mend and no quoting can hold up. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}\\"<>`]+$/iu.test(text) && URL.canParse(text)
}

/** As X shows an address, but whole: `example.org/a` for `http://www.example.org/a`. */
function displayOf(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, '')
}
