import { readFileSync } from 'node:fs'
import { toDiskProblem } from '../content/disk-problem.ts'
import type { Chat } from '../model/chat.ts'
import { Problem } from '../model/problem.ts'
import { toByHand } from './by-hand.ts'
import type { Incoming } from './item.ts'
import { parseMail } from './mail/parse-mail.ts'
import { mailToIncoming } from './mail/to-incoming.ts'
import { parseFormTable } from './sources/form-table.ts'

export type FileReading = {
  readonly chats: readonly Chat[]
  /** UTC. */
  readonly now: string
}

/** What a file holds: a mail (.eml), what a form service exports (.csv, .tsv), or words (any other). Throws a Problem where it cannot be read. */
export async function readGivenFile(path: string, { chats, now }: FileReading): Promise<Incoming[]> {
  const data = readFile(path)
  const names = chats.map(({ name }) => name)
  if (/\.eml$/i.test(path)) {
    const mail = await parseMail(data)
    return [mailToIncoming(mail, { sourceIds: [], at: mail.sentAt ?? now, chats: names })]
  }
  const pasted = new TextDecoder('utf-8').decode(data)
  if (/\.[ct]sv$/i.test(path)) return parseFormTable(pasted, path, { chats, now })
  return [toByHand({ pasted, chats: names, now })]
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Problem(`${path}: there is no such file: check its name`)
    }
    throw toDiskProblem(error, path)
  }
}
