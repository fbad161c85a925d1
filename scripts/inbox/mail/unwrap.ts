/** Where clients break lines: at 72 to 78 letters, html-to-text at 80. */
const leastWidth = 60
const mostWidth = 80

/**
 * Paragraphs whose lines a client has broken, as one line each: a line is joined to the next where the next word
 * would not have fitted. Lines that somebody ended before stay, and so do lists.
 */
export function unwrap(text: string): string {
  const lines = text.split('\n')
  const width = Math.max(...lines.map((line) => (line.length <= mostWidth ? line.length : 0)))
  const isWrapped =
    width >= leastWidth && lines.every((line) => line.length <= mostWidth || !line.includes(' '))
  if (!isWrapped) return text
  return lines.reduce((said, line, i) => {
    if (i === 0) return line
    return `${said}${wasBroken(lines[i - 1] ?? '', line, width) ? ' ' : '\n'}${line}`
  }, '')
}

function wasBroken(line: string, next: string, width: number): boolean {
  if (line === '' || next === '' || /^(?:[-*•·+]|\d{1,2}[.)])\s|^\s/.test(next)) return false
  const [word = ''] = next.split(' ')
  return line.length + 1 + word.length > width
}
