import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { parseChat } from '../../scripts/content/chat-settings.ts'
import { parseSite } from '../../scripts/content/site-settings.ts'
import { setKeys } from '../../scripts/markdown/front-matter.ts'
import { parseIndex } from '../../scripts/markdown/index-file.ts'
import { toSource } from '../../scripts/markdown/lines.ts'
import { Problem } from '../../scripts/model/problem.ts'
import { wellFormed } from '../../scripts/sources/well-formed.ts'
import { oneLine } from '../../scripts/terminal/safe-text.ts'
import { naughtyStrings, ownCases } from './cases.ts'

const cases = [...ownCases, ...naughtyStrings]

test('a title, read back, is what it was', () => {
  const told = cases.flatMap(({ name, text }) => {
    const title = wellFormed(text).trim()
    const file = `---\n${setKeys('', { title })}---\n`
    return parseIndex(toSource('index.md', file)).title === title ? [] : [name]
  })
  expect(told).toEqual([])
})

test.each(['language', 'links', 'text', 'search'])(
  '%s takes none of the words that every object has',
  (key) => {
    for (const word of ['constructor', '__proto__', 'toString', 'valueOf']) {
      expect(() => parseSite(`${key}: ${word}`)).toThrow('cannot be understood')
    }
  },
)

test.each([
  ['content/site.yaml', (text: string) => parseSite(text)],
  ['content/lgovsm/chat.yaml', (text: string) => parseChat('lgovsm', text)],
  ['index.md', (text: string) => parseIndex(toSource('index.md', `---\n${text}\n---\n`))],
])(
  '%s with the text as it stands in a place of settings is read, or refused in a line that steers no terminal',
  (file, parse) => {
    const told = cases.flatMap(({ name, text }) => {
      const lines = [
        text,
        `title: ${text}`,
        `hosts: ${text}`,
        `- ${text}`,
        stringify({ [text]: text }),
        `${text}: x`,
      ]
      return lines
        .flatMap((line) => messageOf(() => parse(line)))
        .filter((message) => !isHelp(message, file))
        .map((message) => `${name}: ${message}`)
    })
    expect(told).toEqual([])
  },
)

function messageOf(parse: () => unknown): string[] {
  try {
    parse()
    return []
  } catch (error) {
    return [error instanceof Problem ? oneLine(error.message) : `a bug: ${String(error)}`]
  }
}

/** As a command shows it. */
function isHelp(message: string, file: string): boolean {
  return message.startsWith(`${file}:`) && !/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u.test(message)
}
