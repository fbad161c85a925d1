import { formatAttributes, parseAttributes } from '../markdown/attributes.ts'
import { escapeInline } from '../markdown/escape.ts'
import { questionNumber, type SegmentKey } from '../model/session.ts'

/** A host's edits of a file, as text. Lines are counted from 0; all but the line that is edited stays as it is. */

/** Writes `q=2` into the comment of the post whose heading stands on this line, or a lane's name. */
export function wishPlace(text: string, heading: number, key: SegmentKey): string {
  const word = questionNumber(key) === undefined ? key : key.slice(1)
  return editComment(text, heading, ['q', word])
}

/** Writes `hide`. */
export function hidePost(text: string, heading: number): string {
  return editComment(text, heading, ['hide', ''])
}

/** Gives the picture on this line its description. */
export function describePicture(text: string, line: number, alt: string): string {
  return editLine(text, line, (own) => own.replace(/^!\[\]\(/, () => `![${escapeInline(alt)}](`))
}

/** Puts a paragraph at the end of a file. */
export function addParagraph(text: string, paragraph: string): string {
  return `${text.trimEnd()}\n\n${paragraph}\n`
}

function editComment(text: string, heading: number, [key, value]: readonly [string, string]): string {
  const lines = text.split(lineEnd)
  const comment = lines.findIndex((line, i) => i > heading && line.startsWith('<!--'))
  return editLine(text, comment, (own) => {
    const attributes = parseAttributes(own)
    if (!attributes) throw new Error(`no comment on line ${comment + 1}`)
    return formatAttributes([...new Map([...attributes, [key, value]])])
  })
}

const lineEnd = /\r\n|\n|\r/

function editLine(text: string, at: number, edit: (line: string) => string): string {
  // Lines stand at even places, what ends them between.
  const parts = text.split(/(\r\n|\n|\r)/)
  return parts.map((part, i) => (i === at * 2 ? edit(part) : part)).join('')
}
