import { isDeepStrictEqual } from 'node:util'
import { withLock } from '../cache/lock.ts'
import { chooseChat, listChats } from '../content/chats.ts'
import type { Chat } from '../model/chat.ts'
import { Interrupted } from '../terminal/interrupted.ts'
import type { Prompts } from '../terminal/prompts.ts'
import { oneLine } from '../terminal/safe-text.ts'
import { decline } from './accept.ts'
import { askPlace } from './ask-place.ts'
import { editItem } from './edit-item.ts'
import { questionsOf } from './find-places.ts'
import type { Item } from './item.ts'
import { readItem, readItems, writeItem } from './item-files.ts'
import { sayItem } from './say-item.ts'
import { type Case, type Save, type Target, takeItem } from './take-item.ts'

export type Moderation = {
  readonly root: string
  readonly prompts: Prompts
  readonly tell: (line: string) => void
  /** UTC, at the moment that it is asked. */
  readonly clock: () => string
  /** Show what is held back as spam, too. */
  readonly spam: boolean
  /** Only these items; undefined for all that wait. */
  readonly only?: ReadonlySet<string>
}

/** Walks the host through what waits, a key each; every answer is saved at once. */
export async function moderate(work: Moderation): Promise<void> {
  try {
    await walk(work)
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    throw new Interrupted('Stopped: your answers are saved. Run it again to go on.')
  }
}

async function walk(work: Moderation): Promise<void> {
  const { root, prompts, tell } = work
  const later = new Set<string>()
  for (;;) {
    const waiting = findWaiting(work).filter(({ id }) => !later.has(id))
    const [item] = waiting
    if (!item) return
    tell('')
    tell(`${waiting.length} waiting.`)
    const found = toCase(root, item)
    for (const line of sayItem(item, found.chat)) tell(line)
    const answer = await ask(found, work)
    if (answer === 'quit') return
    if (answer === 'later') later.add(item.id)
    const save: Save = (put) => saveItem(work, item, put)
    const replace = (other: Item | undefined) => save(() => other && writeItem(root, other))
    if (answer === 'accept' && (await takeItem(found, work, save)) === 'later') later.add(item.id)
    if (answer === 'decline') await save(() => decline(root, item, work.clock()))
    if (answer === 'edit') await replace(await editItem(root, item, prompts))
    if (answer === 'place') await replace(await askPlace(found, work))
    if (answer === 'good') await replace({ ...item, state: 'waiting', doubts: [] })
  }
}

function findWaiting({ root, spam, only }: Pick<Moderation, 'root' | 'spam' | 'only'>): Item[] {
  return readItems(root).filter(
    ({ id, state }) => (state === 'waiting' || (spam && state === 'held')) && (only?.has(id) ?? true),
  )
}

function toCase(root: string, item: Item): Case {
  const { tag } = item
  const names = listChats(root)
  const named = tag?.chat !== undefined && names.includes(tag.chat) ? tag.chat : names[0]
  const chat = chooseChat(root, named)
  if (tag?.isQuestion) return { item, chat, target: 'question' }
  const { date, key } = tag ?? {}
  if (date === undefined || key === undefined) return { item, chat, target: undefined }
  const isThere = questionsOf(root, chat, date).some((question) => question.key === key)
  return { item, chat, target: isThere || key === 'after' || key === 'before' ? { date, key } : undefined }
}

type Answer = 'accept' | 'decline' | 'edit' | 'place' | 'later' | 'quit' | 'good'

function ask({ item, chat, target }: Case, { root, prompts }: Moderation): Promise<Answer> {
  const held = item.state === 'held'
  return prompts.key<Answer>({
    message: 'What is to be done with it?',
    flag: 'your answer in a terminal',
    choices: [
      ...(held ? [{ key: 'g', value: 'good' as const, label: 'good: this is no spam' }] : []),
      ...(target && !held
        ? [{ key: 'a', value: 'accept' as const, label: `accept ${sayTarget(root, chat, target)}` }]
        : []),
      { key: 'w', value: 'place', label: 'which question: say where it belongs' },
      { key: 'd', value: 'decline', label: 'decline: it is not shown, and forgotten after 30 days' },
      { key: 'e', value: 'edit', label: 'edit its words, or the name' },
      { key: 'l', value: 'later', label: 'later' },
      { key: 'q', value: 'quit', label: 'quit' },
    ],
  })
}

function sayTarget(root: string, chat: Chat, target: Target): string {
  if (target === 'question') return `as a question for a coming session of ${chat.title}`
  const { date, key } = target
  const question = questionsOf(root, chat, date).find((one) => one.key === key)?.question ?? ''
  return oneLine(`for ${date}, ${key}${question ? `: ${question}` : ''}`)
}

/** Another run may have decided meanwhile, or removed it on request. */
function saveItem({ root, tell }: Moderation, item: Item, put: () => void): Promise<void> {
  const onWait = () => tell('Waiting: another run is at work')
  return withLock({ root, onWait }, async () => {
    if (isDeepStrictEqual(readItem(root, item.id), item)) return put()
    tell('It has changed meanwhile, so this was not saved: have another look.')
  })
}
