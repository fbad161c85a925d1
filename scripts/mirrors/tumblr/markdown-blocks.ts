import type { Token } from 'markdown-it'
import { markdownTokens } from '../../markdown/render.ts'
import type { Block, Subtype } from './npf.ts'
import { type Span, textBlocks } from './spans.ts'

/** The host's own words. A relative link leads from `base`; without one it is words only. */
export function markdownBlocks(markdown: string, base: string | undefined, subtype?: Subtype): Block[] {
  const blocks: Block[] = []
  const lists: Subtype[] = []
  for (const token of markdownTokens(markdown)) {
    if (token.type === 'bullet_list_open') lists.push('unordered-list-item')
    if (token.type === 'ordered_list_open') lists.push('ordered-list-item')
    if (token.type.endsWith('_list_close')) lists.pop()
    if (token.type === 'inline') blocks.push(...textBlocks(inlineSpans(token, base), lists.at(-1) ?? subtype))
    if (token.type === 'fence' || token.type === 'code_block') {
      blocks.push(...textBlocks([{ text: token.content.trimEnd() }], 'indented'))
    }
  }
  return blocks
}

function inlineSpans(token: Token, base: string | undefined): Span[] {
  const spans: Span[] = []
  const styles: Span['style'][] = []
  let href: string | undefined
  for (const child of token.children ?? []) {
    if (child.type === 'strong_open') styles.push('bold')
    if (child.type === 'em_open') styles.push('italic')
    if (child.type === 'strong_close' || child.type === 'em_close') styles.pop()
    if (child.type === 'link_open') href = wholeAddress(child.attrGet('href'), base)
    if (child.type === 'link_close') href = undefined
    const text = child.type.endsWith('break') ? '\n' : child.content
    if (text !== '') spans.push({ text, style: styles.at(-1), href })
  }
  return spans
}

function wholeAddress(address: string | number | null, base: string | undefined): string | undefined {
  const url = typeof address === 'string' && URL.canParse(address, base) ? new URL(address, base) : undefined
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}
