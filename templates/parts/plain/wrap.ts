import { cutToWidth, displayWidth } from './width.ts'

/** What most mail programs leave alone, also after being quoted. */
export const columns = 72

/**
 * Lines of at most so many columns; line breaks in the text stay. A link is never broken, so that it can be
 * followed; a longer run without spaces is, as Chinese or Japanese are.
 */
export function wrap(text: string, width: number): string[] {
  return text.includes('\n')
    ? text.split('\n').flatMap((line) => wrapLine(line, width))
    : wrapLine(text, width)
}

function wrapLine(text: string, width: number): string[] {
  if (text.length <= width && /^[!-~]+(?: [!-~]+)*$/.test(text)) return [text]
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.split(/ +/).flatMap((part) => pieces(part, width))) {
    const own = displayWidth(word)
    if (line !== '' && used + 1 + own > width) {
      lines.push(line)
      line = ''
    }
    used = line === '' ? own : used + 1 + own
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function pieces(word: string, width: number): string[] {
  if (/^\W*https?:\/\//i.test(word)) return [word]
  return word === '' ? [] : cutToWidth(word, width)
}
