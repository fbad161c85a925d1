import { readSite } from '../../content/site-settings.ts'
import { longDateWords } from '../../model/date-words.ts'
import type { Progress } from '../../terminal/progress.ts'
import { inLock, openInbox } from '../run-inbox.ts'
import { type Choosing, nextSession, pickQuestions, sayWaiting } from './choose.ts'
import { hostLines } from './lines.ts'
import { planSession } from './plan-session.ts'
import { waitingQuestions } from './waiting.ts'

/** Shows the questions that wait, lets the host choose for the next session, and prints the posts to send. */
export async function runQuestions(choosing: Choosing & { readonly progress: Progress }): Promise<void> {
  const { root, chat, prompts, tell, now } = choosing
  await inLock(choosing, async () => openInbox(root, now))
  const waiting = waitingQuestions(root, chat)
  tell(waiting.length === 0 ? 'No question waits.' : `${waiting.length} waiting:`)
  for (const line of sayWaiting(waiting)) tell(line)
  const times = nextSession(root, chat, now)
  if (!prompts.isOpen) {
    tell(`To choose for ${longDateWords(times.date)}, run it in a terminal`)
    return
  }
  const picked = await pickQuestions(choosing, times)
  const changes = await inLock(choosing, async () => planSession(root, { chat, date: times.date, picked }))
  for (const { path } of changes) tell(`${path} is written`)
  tell('')
  tell('To send at the hour, a post each:')
  const questions = picked.map(({ text }) => text).filter((text) => text !== '')
  const minutes = Math.round((Date.parse(times.end) - Date.parse(times.start)) / 60_000)
  const site = readSite(root).address
  const address = site && `${site}${chat.name}/${times.date}/`
  for (const line of hostLines({ chat, questions, minutes, address })) tell(`\n${line}`)
}
