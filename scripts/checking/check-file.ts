import { digestOf } from '../site/digest.ts'
import type { Fault } from './fault.ts'
import { leftOutFaults, wordFaults } from './left-out-faults.ts'
import type { FileReference } from './link-faults.ts'
import { pageFaults } from './page-faults.ts'
import { oneSpace, type ReadPage, readPage } from './read-page.ts'
import type { RememberedFile } from './remembered.ts'
import { type Secret, secretFaults } from './secrets.ts'
import type { Sessions } from './sessions-of.ts'
import { isAbsolute } from './target.ts'
import { readXml } from './xml-faults.ts'

/** A file, and what a check of it gives. */
export type CheckedFile = Pick<RememberedFile, 'holds' | 'session'> & {
  readonly file: string
  readonly faults: readonly Fault[]
  readonly references: readonly FileReference[]
  /** Undefined where the file is no page. */
  readonly ids?: ReadonlySet<string> | ReadPage['ids'] | undefined
}

type Known = {
  readonly sessions: Sessions
  readonly secrets: readonly Secret[]
  readonly before: RememberedFile | undefined
}

/** Of a file that is as an earlier check left it, only secrets are looked for again. */
export function checkFile(file: string, data: Buffer, known: Known): CheckedFile {
  const { sessions, secrets, before } = known
  const holds = digestOf(data)
  const session = sessions.about(file)?.id ?? ''
  const secret = secretFaults(file, data, secrets)
  if (before && before.holds === holds && before.session === session) {
    const references = before.references.map((reference) => ({ ...reference, file }))
    return { file, holds, session, faults: secret, references, ids: before.ids }
  }
  const found = findIn(file, data, sessions)
  return { ...found, file, holds, session, faults: [...secret, ...found.faults] }
}

type FoundIn = Pick<CheckedFile, 'faults' | 'references' | 'ids'>

function findIn(file: string, data: Buffer, sessions: Sessions): FoundIn {
  if (file.endsWith('.html')) {
    const text = data.toString()
    const page = readPage(text)
    const faults = [...pageFaults(file, text, page), ...transcriptFaults({ file, page, text }, sessions)]
    return { faults, references: referencesToCheck(file, page), ids: page.ids }
  }
  if (file.endsWith('.xml')) return readXml(file, data.toString())
  return { faults: otherFaults(file, data, sessions), references: [] }
}

/** What somebody said may link to anywhere: of what is clicked only our own links count. */
function referencesToCheck(file: string, { references }: ReadPage): FileReference[] {
  return references
    .filter(({ kind, url }) => kind !== 'link' || !isAbsolute(url))
    .map((reference) => ({ ...reference, file }))
}

type Read = { readonly file: string; readonly page: ReadPage; readonly text: string }

function transcriptFaults({ file, page, text }: Read, sessions: Sessions): Fault[] {
  const session = sessions.find(file)
  return session
    ? [...leftOutFaults(file, page, session), ...wordFaults(file, { words: page.words, text }, session)]
    : []
}

function otherFaults(file: string, data: Buffer, sessions: Sessions): Fault[] {
  const session = sessions.find(file)
  if (!session) return []
  if (file.endsWith('.txt')) {
    const text = data.toString()
    return wordFaults(file, { words: oneSpace(text), text }, session)
  }
  if (!file.includes('/media/') || session.pictures.has(file)) return []
  return [{ file, line: 1, says: 'no page shows this picture any more: run npm run build' }]
}
