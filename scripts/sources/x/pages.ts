import { Problem } from '../../model/problem.ts'
import type { Ask } from './ask.ts'
import { parseAnswer } from './parse.ts'
import type { NamedAnswer } from './reading.ts'
import type { Search } from './search.ts'

/** A page as it came and as it is read. */
export type Page = NamedAnswer & {
  /** The body of the answer: what is to be stored. */
  readonly raw: string
  /** From 1. */
  readonly number: number
  /** From an earlier run: X was not asked. */
  readonly isStored: boolean
}

/**
 * All pages of a search, each handed on before the next is asked for. Goes on behind `stored` pages, which
 * are read again and not asked for. Ends where no next page is named: an empty page may name one.
 */
export async function* searchPages(
  ask: Ask,
  search: Search,
  stored: readonly string[] = [],
): AsyncGenerator<Page> {
  const seen = new Set<string>()
  for (let number = 1, token: string | undefined; number === 1 || token !== undefined; number++) {
    const known = stored[number - 1]
    const raw = known ?? (await ask(search, token))
    const page = parsePage(raw, `X, page ${number}`)
    yield { ...page, raw, number, isStored: known !== undefined }
    token = page.answer.nextToken
    if (token !== undefined && seen.has(token)) {
      throw new Problem(
        `${page.where}: it names the same next page twice, so there is no end: try again later`,
      )
    }
    if (token !== undefined) seen.add(token)
  }
}

/** A stored or fetched page; `where` begins the message of the Problem if it is none. */
export function parsePage(raw: string, where: string): NamedAnswer {
  return { where, answer: parseAnswer(parseJson(raw, where), where) }
}

function parseJson(raw: string, where: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    const what = raw.trimStart().startsWith('{') ? 'the answer is cut off' : 'the answer is not JSON'
    throw new Problem(`${where}: ${what}: try again`)
  }
}
