import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

export type ParsedPage = {
  /** Relative to the site, with `/`. */
  readonly file: string
  readonly text: string
  /** In document order. */
  readonly elements: readonly Element[]
}

/** Every page of a built site, as a browser understands it. */
export function readPages(folder: string): ParsedPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => parsePage(file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')))
}

export function parsePage(file: string, text: string): ParsedPage {
  return { file, text, elements: elementsIn(parse(text).childNodes) }
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}

/** All the words of an element. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function elementsIn(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) => ('tagName' in node ? [node, ...elementsIn(node.childNodes)] : []))
}
