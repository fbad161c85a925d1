// With all it needs in one file, not in eighty.
import MarkdownIt, { type Token } from 'markdown-it/browser'

const markdownIt = new MarkdownIt({ html: false, linkify: true })

/**
 * The host's markdown → HTML. HTML in it is shown as text; only http, https, mailto and relative addresses
 * become links, and `//host` does not; a picture from another host becomes a link to it, since pages ask no
 * other host for anything.
 */
export function renderMarkdown(markdown: string): string {
  return markdownIt.render(markdown)
}

/** The same text in its parts, for places that take no HTML. */
export function markdownTokens(markdown: string): Token[] {
  return markdownIt.parse(markdown, {})
}

markdownIt.validateLink = (url) =>
  !url.startsWith('//') && (!hasScheme(url) || /^(?:https?|mailto):/i.test(url.trim()))

// A table's alignment is a style, which the pages' security policy forbids.
for (const cell of ['th_open', 'td_open']) {
  markdownIt.renderer.rules[cell] = (tokens, index) => `<${tokens[index]?.tag}>`
}

// Its numbers say which list is the host's: the posts of a page stand in lists too, with their times in place of numbers.
markdownIt.renderer.rules.ordered_list_open = (...given) => {
  const [tokens, index, options, , renderer] = given
  tokens[index]?.attrSet('type', '1')
  return renderer.renderToken(tokens, index, options)
}

const renderImage = markdownIt.renderer.rules.image

markdownIt.renderer.rules.image = (...given) => {
  const [tokens, index] = given
  const source = String(tokens[index]?.attrGet('src') ?? '')
  if (!hasScheme(source)) return renderImage?.(...given) ?? ''
  const { escapeHtml } = markdownIt.utils
  return `<a href="${escapeHtml(source)}">${escapeHtml(tokens[index]?.content || source)}</a>`
}

function hasScheme(url: string): boolean {
  return /^\s*[a-z][a-z0-9+.-]*:/i.test(url)
}
