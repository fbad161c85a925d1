import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Block, Formatting, ImageBlock, TextBlock } from './wire.ts'

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** A post's blocks as Tumblr's own clients show them: one under the other, list items gathered into lists. */
export function toHtml(content: readonly Block[]): Markup[] {
  return gathered(content).map((group) => {
    const [first] = group
    if (isText(first) && isItem(first)) return toList(group.filter(isText))
    return first === undefined ? html`` : toHtmlBlock(first)
  })
}

/** Blocks one by one, list items of one kind together. */
function gathered(content: readonly Block[]): Block[][] {
  const groups: Block[][] = []
  for (const one of content) {
    const last = groups.at(-1)
    const before = last?.[0]
    if (last && isText(one) && isItem(one) && isText(before) && before.subtype === one.subtype) last.push(one)
    else groups.push([one])
  }
  return groups
}

function toHtmlBlock(block: Block): Markup {
  if (isText(block)) return toHtmlText(block)
  if (isImage(block)) {
    const [widest] = block.media
    return html`<figure><img src="${widest?.url}" width="${widest?.width}" height="${widest?.height}" alt="${block.alt_text ?? ''}"><figcaption>${block.caption ?? ''}</figcaption></figure>`
  }
  return html`<p class="${block.type}"><a href="${String(block.url)}">${String(block.title ?? block.url)}</a></p>`
}

function toHtmlText(block: TextBlock): Markup {
  const inner = formatted(block)
  if (block.subtype === 'heading1') return html`<h2>${inner}</h2>`
  if (block.subtype === 'heading2') return html`<h3>${inner}</h3>`
  if (block.subtype === 'indented') return html`<blockquote><p>${inner}</p></blockquote>`
  return html`<p class="${block.subtype ?? 'text'}">${inner}</p>`
}

function toList(items: readonly TextBlock[]): Markup {
  const list = items.map((one) => html`<li class="in${one.indent_level ?? 0}">${formatted(one)}</li>`)
  return items[0]?.subtype === 'ordered-list-item' ? html`<ol>${list}</ol>` : html`<ul>${list}</ul>`
}

/** The text cut wherever a range begins or ends, each piece in the tags of the ranges around it. */
function formatted({ text, formatting = [] }: TextBlock): Markup[] {
  const points = [...text]
  const cuts = [...new Set([0, points.length, ...formatting.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  return cuts.slice(0, -1).map((from, n) => {
    const inside = formatting.filter(({ start, end }) => start <= from && from < end)
    const piece: Markup = html`${points.slice(from, cuts[n + 1]).join('')}`
    return inside.reduce(wrapped, piece)
  })
}

function wrapped(inner: Markup, { type, url }: Formatting): Markup {
  if (type === 'bold') return html`<b>${inner}</b>`
  if (type === 'italic') return html`<i>${inner}</i>`
  if (type === 'small') return html`<small>${inner}</small>`
  if (type === 'strikethrough') return html`<s>${inner}</s>`
  return type === 'link' ? html`<a href="${url}">${inner}</a>` : inner
}

function isText(block: Block | undefined): block is TextBlock {
  return block?.type === 'text'
}

function isImage(block: Block): block is ImageBlock {
  return block.type === 'image'
}

function isItem({ subtype }: TextBlock): boolean {
  return subtype === 'ordered-list-item' || subtype === 'unordered-list-item'
}
