import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Recorded answers beside the project; tests that need them are skipped where they are absent. */
const root = join(import.meta.dirname, '../../../shared/data')

export const hasRecordings = existsSync(root)

export function recording(path: string): string {
  return join(root, path)
}

export const pageFiles = hasRecordings ? readdirSync(recording('x/pages')).sort() : []
export const chatFolders = ['docnow-2016-07-14', 'lthechat-2016-02-03']

export type RawPost = {
  readonly id: string
  readonly text: string
  readonly author_id: string
  readonly created_at: string
  readonly edit_history_tweet_ids?: readonly string[]
  readonly referenced_tweets?: readonly { readonly type: string; readonly id: string }[]
  readonly entities?: { readonly urls?: readonly { readonly url: string; readonly expanded_url: string }[] }
}

export type RawAnswer = {
  readonly data: readonly RawPost[]
  readonly includes?: {
    readonly tweets?: readonly RawPost[]
    readonly users?: readonly { readonly id: string; readonly username: string; readonly name: string }[]
  }
}

/** The answers of a JSONL file or of a chat's folder, read with nothing but JSON.parse. */
export function rawAnswers(path: string): RawAnswer[] {
  if (path.endsWith('.jsonl')) {
    return readFileSync(recording(path), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  }
  const files = readdirSync(recording(path)).filter((name) => name.startsWith('search-recent'))
  return files.map((name) => JSON.parse(readFileSync(recording(join(path, name)), 'utf8')))
}
