import { toSource } from '../markdown/lines.ts'
import { Problem } from '../model/problem.ts'
import { readText } from './folder.ts'

const file = 'content/style.css'

/** The host's own stylesheet, which stands behind the built-in one in every page; '' where there is none. */
export function readStyle(root: string): string {
  return parseStyle(readText(root, file) ?? '')
}

/** Throws a Problem with the line for what would end the style or ask another host for something. */
export function parseStyle(text: string): string {
  const { lines } = toSource(file, text)
  const style = lines.join('\n').replaceAll('\0', '')
  refuse(style, /<\/style/i, '"</style" would end the style in the middle of the page: take it out')
  const rules = style.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  refuse(rules, /@import/i, 'pages ask nothing of another file: copy the rules in place of "@import"')
  refuse(rules, /url\((?!\s*["']?(?:data:|#))/i, 'pages load nothing but their own pictures: only url(data:…) can stand here') // biome-ignore format: a sentence
  return style.trim()
}

function refuse(style: string, what: RegExp, says: string): void {
  const found = what.exec(style)
  if (found) throw new Problem(`${file}:${style.slice(0, found.index).split('\n').length}: ${says}`)
}
