import { SaxesParser } from 'saxes'
import type { Fault } from './fault.ts'
import type { FileReference } from './link-faults.ts'

export type ReadXml = {
  readonly faults: readonly Fault[]
  /** Pages and files that it names. */
  readonly references: readonly FileReference[]
}

/** What an Atom feed and each of its entries need (RFC 4287, 4.1.1 and 4.1.2), and what RSS 2.0 wants of its own. */
const needed = new Map([
  ['feed', ['id', 'title', 'updated']],
  ['entry', ['id', 'title', 'updated']],
  ['rss', ['channel']],
  ['channel', ['title', 'link', 'description']],
  ['item', ['title', 'link', 'guid', 'pubDate']],
])

/** Whether a file is well-formed XML, and a feed whole; and what feeds and the list of pages lead to. */
export function readXml(file: string, text: string): ReadXml {
  const faults: Fault[] = []
  const references: FileReference[] = []
  const open: { name: string; children: Set<string>; text: string; line: number }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    if (faults.length > 0) return
    const says = error.message.replace(/^(undefined:)?\d+:\d+: /, '').replace(/\.$/, '')
    faults.push({ file, line: parser.line, says: `this is no well-formed XML: ${says}` })
  })
  parser.on('opentag', ({ name, attributes }) => {
    open.at(-1)?.children.add(name)
    open.push({ name, children: new Set(), text: '', line: parser.line })
    if (name === 'link' && attributes.href) {
      references.push({ kind: 'name', url: attributes.href, line: parser.line, file })
    }
  })
  parser.on('text', (words) => {
    const last = open.at(-1)
    if (last) last.text += words
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (!closed) return
    const { name, children, text, line } = closed
    const leads = name === 'loc' || (name === 'link' && text.trim() !== '')
    if (leads) references.push({ kind: 'name', url: text.trim(), line, file })
    const missing = (needed.get(name) ?? []).filter((child) => !children.has(child))
    if (missing.length > 0) faults.push({ file, line, says: `<${name}> has no ${missing.join(', no ')}` })
  })
  parser.write(text).close()
  return { faults, references }
}
