import { type DefaultTreeAdapterTypes, type ParserError, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** What a page is made of but its words: a line an element, as deep as it stands. */
export type Skeleton = {
  readonly lines: readonly string[]
  /** Codes of https://html.spec.whatwg.org/multipage/parsing.html#parse-errors that no page may have. */
  readonly errors: readonly string[]
  /** Where links and everything else that is loaded lead, as a browser would understand it. */
  readonly targets: readonly string[]
}

/** Reads a page as a browser does. */
export function skeletonOf(page: string): Skeleton {
  const errors = new Set<string>()
  const onParseError = ({ code }: ParserError) => {
    if (!code.startsWith('missing-end-tag') && !isTagLeftOut.test(code)) errors.add(code)
  }
  const document = parse(page, { onParseError, sourceCodeLocationInfo: false })
  const elements = document.childNodes.flatMap((node) => walk(node, 0))
  return {
    lines: elements.map(({ element, depth }) => lineOf(element, depth)),
    errors: [...errors],
    targets: elements.flatMap(({ element }) => element.attrs.filter(isAddress).map(({ value }) => value)),
  }
}

/** Every pair of tag and attribute, `a href`; and every tag. */
export function namesIn({ lines }: Skeleton): ReadonlySet<string> {
  const words = lines.map((line) => line.trim().split(' '))
  return new Set(words.flatMap(([tag = '', ...attrs]) => [tag, ...attrs.map((attr) => `${tag} ${attr}`)]))
}

/** What the pages' own shorthand leaves out on purpose. */
const isTagLeftOut = /^(?:closing-of-element-with-open-child-elements|open-elements-left-after-eof)$/

type Placed = { readonly element: Element; readonly depth: number }

function walk(node: Node, depth: number): Placed[] {
  if (!('tagName' in node)) return []
  const inside = 'content' in node ? node.content.childNodes : node.childNodes
  return [{ element: node, depth }, ...inside.flatMap((child) => walk(child, depth + 1))]
}

function lineOf({ tagName, attrs }: Element, depth: number): string {
  return ' '.repeat(depth) + [tagName, ...attrs.map((attr) => `${attr.name}=${classOf(attr)}`)].join(' ')
}

/** An address by where it leads, a keyword as it is, words not at all. */
function classOf(attr: { readonly name: string; readonly value: string }): string {
  if (isAddress(attr)) return kindOfTarget(attr.value)
  return keywords.has(attr.name) ? attr.value : '…'
}

const keywords = new Set(
  'charset http-equiv name rel role class dir loading type aria-hidden method hidden'.split(' '),
)

const addresses = new Set(
  'href src srcset action formaction poster cite data background ping manifest longdesc xlink:href'.split(
    ' ',
  ),
)

function isAddress({ name }: { readonly name: string }): boolean {
  return addresses.has(name)
}

const here = 'https://here.example'
const base = `${here}/chat/2010-12-17/index.html`

/** `https`, `mailto`, `here`; another host without a scheme is `elsewhere`. */
export function kindOfTarget(value: string): string {
  if (value === 'data:,') return 'nothing'
  if (!URL.canParse(value, base)) return /^https?:\/\//i.test(value) ? 'web' : 'broken'
  const url = new URL(value, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return url.protocol
  if (/^https?:\/\//i.test(value)) return 'web'
  return url.origin === here ? 'here' : 'elsewhere'
}
