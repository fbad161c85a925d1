import { parseChat } from '../../content/chat-settings.ts'
import type { Change } from '../../content/transaction.ts'
import { sessionChanges } from '../../content/write-session.ts'
import { adoptLedger } from '../../model/ledger.ts'
import { slotOn } from '../../model/schedule.ts'
import { parseAnswer } from '../../sources/x/parse.ts'
import { toReading } from '../../sources/x/reading.ts'
import { toAnswerPages } from './answers.ts'
import { benchChat, benchChatYaml } from './bench-chat.ts'
import { fileSimply } from './file-simply.ts'
import type { Generated } from './session-posts.ts'

const chat = parseChat(benchChat, benchChatYaml)

/**
 * A session's files in content/, read over and given a title as its host would. The posts are read and written
 * by the project's own code and filed by label and clock alone, so that an archive stays the same when the
 * search for a post's question becomes better.
 */
export function sessionFiles(generated: Generated): Change[] {
  const { date } = generated
  const slot = slotOn(chat, date)
  if (slot.kind !== 'session') throw new RangeError(`no session on ${date}`)
  const answers = toAnswerPages(generated).map((page) => ({ where: date, answer: parseAnswer(page, date) }))
  const session = fileSimply(chat, slot.times, toReading(answers).posts)
  const report = { added: [], updated: [], disputed: [], deleted: [], moved: [] }
  const merged = { session, ledger: adoptLedger(session), report }
  return sessionChanges(chat, merged, undefined).map((change) =>
    change.path.endsWith('/index.md')
      ? { ...change, data: readOver(String(change.data), generated) }
      : change,
  )
}

function readOver(index: string, { title, posts }: Generated): string {
  const front = index.replace('title: ""', `title: "${title}"`).replace('checked: no', 'checked: yes')
  return `${front}\n${title} was asked about, and ${posts.length} posts came of it.\n`
}
