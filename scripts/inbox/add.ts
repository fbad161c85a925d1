import { listChats } from '../content/chats.ts'
import { Problem } from '../model/problem.ts'
import { arrive } from './arrive.ts'
import { toByHand } from './by-hand.ts'
import type { Incoming } from './item.ts'
import { hashOf } from './item-files.ts'
import { moderate } from './moderate.ts'
import { readPaste } from './read-paste.ts'
import { type InboxRun, inLock, keptOut, openInbox } from './run-inbox.ts'

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

async function readGiven({ root, files, wanted, name, prompts, clock }: Adding): Promise<Incoming[]> {
  const chats = listChats(root)
  const now = clock()
  if (wanted !== undefined && !chats.some((chat) => wanted.toLowerCase().includes(chat))) {
    throw new Problem(
      `--for ${wanted}: write a chat, a date and a question such as "${chats[0]} 2010-12-17 Q2"`,
    )
  }
  if (files.length > 0) throw new Problem(`${files[0]}: files cannot be read yet: paste it`)
  const pasted = await readPaste({ input: process.stdin, output: process.stdout })
  if (pasted.trim() === '') throw new Problem('npm run inbox -- add: nothing was pasted: nothing was added')
  const incoming = toByHand({ pasted, wanted, name, chats, now })
  if (incoming.name !== '' || !prompts.isOpen) return [incoming]
  const typed = await prompts.text({ message: 'Name to show? (Empty: none)', flag: '--name' })
  return [{ ...incoming, name: typed }]
}

function idOf({ network, sourceIds }: Incoming): string {
  return hashOf(`${network} ${sourceIds[0]}`)
}
