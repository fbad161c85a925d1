import { Problem } from '../../model/problem.ts'
import type { Ask } from './ask.ts'
import { parseAnswer } from './parse.ts'
import type { Patience } from './patience.ts'
import type { NamedAnswer } from './reading.ts'
import type { Search } from './search.ts'
import { Trouble } from './trouble.ts'

/** A page as it came and as it is read. */
export type Page = NamedAnswer & {
  /** The body of the answer: what is to be stored. */
  readonly raw: string
  /** From 1. */
  readonly number: number
  /** From an earlier run: X was not asked. */
  readonly isStored: boolean
}

export type Paging = {
  readonly ask: Ask
  readonly search: Search
  /** Bodies of the first pages, from an earlier run: they are read again and not asked for. */
  readonly stored?: readonly string[] | undefined
  readonly patience?: Patience | undefined
  readonly mostPages?: number | undefined
}

/**
 * All pages of a search, each handed on before the next is asked for. Ends where no next page is named: an
 * empty page may name one. What is no page, or leads back, is asked for again and never handed on.
 */
export async function* searchPages(paging: Paging): AsyncGenerator<Page> {
  const { ask, search, stored = [], patience = once, mostPages = 300 } = paging
  const seen = new Set<string>()
  for (let number = 1, token: string | undefined; number === 1 || token !== undefined; number++) {
    const where = `X, page ${number}`
    if (number > mostPages) throw new Problem(`${where}: this search has no end: try again later`)
    const open = (raw: string): Page => {
      const page = parsePage(raw, where)
      refuseCircle(page, seen)
      return { ...page, raw, number, isStored: raw === stored[number - 1] }
    }
    const known = stored[number - 1]
    const from = token
    const page = known === undefined ? await patience(async () => open(await ask(search, from))) : open(known)
    yield page
    token = page.answer.nextToken
    if (token !== undefined) seen.add(token)
  }
}

function refuseCircle({ where, answer }: NamedAnswer, seen: ReadonlySet<string>): void {
  if (answer.nextToken === undefined || !seen.has(answer.nextToken)) return
  throw new Trouble(
    `${where}: it names the same next page twice, so there is no end: try again later`,
    'soon',
  )
}

function once<T>(attempt: () => Promise<T>): Promise<T> {
  return attempt()
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
    throw new Trouble(`${where}: ${what}: try again`, 'soon')
  }
}
