import { listChats, readChats } from '../content/chats.ts'
import { Problem } from '../model/problem.ts'
import { arrive, markOf } from './arrive.ts'
import { toByHand } from './by-hand.ts'
import type { Incoming } from './item.ts'
import { hashOf } from './item-files.ts'
import { moderate } from './moderate.ts'
import { cleanName } from './named-text.ts'
import { readGivenFile } from './read-files.ts'
import { readPaste } from './read-paste.ts'
import { type InboxRun, inLock, keptOut, openInbox } from './run-inbox.ts'
import { findTag } from './tag.ts'

export type Adding = Omit<InboxRun, 'sources'> & {
  /** Files with what came in; [] to paste it. */
  readonly files: readonly string[]
  readonly wanted: string | undefined
  readonly name: string | undefined
}

/** Adds what the host has in hand, then asks about it at once where somebody can answer. */
export async function addByHand(adding: Adding): Promise<void> {
  const { root, prompts, tell, clock } = adding
  const given = await readGiven(adding)
  const only = new Set<string>()
  await inLock(adding, async () => {
    openInbox(root, clock())
    for (const incoming of given) {
      const arrived = arrive(root, incoming, keptOut(root))
      if (arrived === 'known') tell('This is here already: nothing was added')
      if (arrived === 'kept out') tell('Its writer asked not to be kept: nothing was added')
      if (arrived === 'new' || arrived === 'held') only.add(idOf(incoming))
    }
  })
  if (only.size === 0) return
  if (prompts.isOpen) return moderate({ ...adding, only, spam: true })
  tell(`${only.size} added: run npm run inbox in a terminal to look at ${only.size === 1 ? 'it' : 'them'}`)
}

async function readGiven(adding: Adding): Promise<Incoming[]> {
  const { root, files, wanted, name } = adding
  const chats = listChats(root)
  const tag = wanted === undefined ? undefined : findTag(`[${wanted}]`, chats)
  if (wanted !== undefined && !tag) {
    throw new Problem(
      `--for ${wanted}: write a chat, a date and a question such as "${chats[0] ?? 'lgovsm'} 2010-12-17 Q2"`,
    )
  }
  const given = files.length > 0 ? await readFiles(adding) : [await readPasted(adding, chats)]
  return given.map((incoming) => ({
    ...incoming,
    ...(tag && { tag }),
    ...(name !== undefined && { name: cleanName(name) }),
  }))
}

async function readFiles({ root, files, clock }: Adding): Promise<Incoming[]> {
  const chats = readChats(root)
  const all: Incoming[] = []
  for (const file of files) all.push(...(await readGivenFile(file, { chats, now: clock() })))
  return all
}

async function readPasted({ name, prompts, clock }: Adding, chats: readonly string[]): Promise<Incoming> {
  const pasted = await readPaste({ input: process.stdin, output: process.stdout })
  if (pasted.trim() === '') throw new Problem('npm run inbox -- add: nothing was pasted: nothing was added')
  const incoming = toByHand({ pasted, chats, now: clock() })
  if (name !== undefined || incoming.name !== '' || !prompts.isOpen) return incoming
  const typed = await prompts.text({ message: 'Name to show? (Empty: none)', flag: '--name' })
  return { ...incoming, name: cleanName(typed) }
}

function idOf({ network, sourceIds }: Incoming): string {
  return hashOf(markOf(network, sourceIds[0] ?? ''))
}
