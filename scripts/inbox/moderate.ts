import { withLock } from '../cache/lock.ts'
import { chooseChat, listChats } from '../content/chats.ts'
import { readIndex } from '../content/read-session.ts'
import type { Chat } from '../model/chat.ts'
import { Problem } from '../model/problem.ts'
import { relayLine } from '../model/relay-line.ts'
import { slotOn } from '../model/schedule.ts'
import type { SegmentKey } from '../model/session.ts'
import { Interrupted } from '../terminal/interrupted.ts'
import type { Prompts } from '../terminal/prompts.ts'
import { oneLine } from '../terminal/safe-text.ts'
import { accept, decline } from './accept.ts'
import { askPlace } from './ask-place.ts'
import { editItem } from './edit-item.ts'
import { questionsOf } from './find-places.ts'
import type { Item } from './item.ts'
import { readItem, readItems, writeItem } from './item-files.ts'
import { findPersonal } from './personal.ts'
import { keepQuestion } from './questions/keep.ts'
import { sayItem } from './say-item.ts'
import { toPost } from './to-post.ts'

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

/** An item and where it would go. */
type Case = { readonly item: Item; readonly chat: Chat; readonly target: Target | undefined }
export type Target = { readonly date: string; readonly key: SegmentKey } | 'question'

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
    if (answer === 'accept' && (await take(found, work)) === 'later') later.add(item.id)
    if (answer === 'decline') await save(work, () => decline(root, item, work.clock()))
    if (answer === 'edit') await replace(work, await editItem(root, item, prompts))
    if (answer === 'place') await replace(work, await askPlace(found, work))
    if (answer === 'good') await replace(work, { ...item, state: 'waiting', doubts: [] })
  }
}

export function findWaiting({ root, spam, only }: Pick<Moderation, 'root' | 'spam' | 'only'>): Item[] {
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

/** Accepts it; `again` where the host has to do something about it first, `later` where its writer has. */
async function take({ item, chat, target }: Case, work: Moderation): Promise<'done' | 'again' | 'later'> {
  const { root, prompts, tell, clock } = work
  if (target === undefined) return 'again'
  const personal = findPersonal(`${item.name}\n${item.text}`, item.sender)
  if (personal.length > 0) {
    const message = `Show it with ${oneLine(personal.join(', '))}? (No: edit it first)`
    if (!(await prompts.confirm({ message, flag: 'your answer', initial: false }))) return 'again'
  }
  const agreed = await askConsent(item, work)
  if (!agreed) return 'later'
  try {
    await save(work, () => putIn(agreed, chat, { root, target, now: clock(), tell }))
    return 'done'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    tell(oneLine(error.message))
    return 'again'
  }
}

/** The item with its writer's word that it may be shown; undefined where that is yet to be had. */
async function askConsent(item: Item, { prompts, tell, clock }: Moderation): Promise<Item | undefined> {
  if (item.consent !== 'open') return item
  const message = 'It did not come by a way that says it will be shown. Has its writer said that it may be?'
  if (await prompts.confirm({ message, flag: 'your answer', initial: false })) {
    return { ...item, consent: 'asked', consentAt: clock() }
  }
  tell('Then it waits: ask its writer first.')
  return undefined
}

type Putting = {
  readonly root: string
  readonly target: Target
  readonly now: string
  readonly tell: (line: string) => void
}

function putIn(item: Item, chat: Chat, { root, target, now, tell }: Putting): void {
  if (target === 'question') {
    keepQuestion(root, item, { chat, now })
    tell('It waits for a session: npm run inbox -- questions chooses')
    return
  }
  const { place } = accept(root, { item, chat: chat.name, ...target, now })
  tell(`It stands in content/${chat.name}/${target.date}/${target.key}.md as ${place?.id ?? ''}`)
  if (!isRunning(root, chat, { date: target.date, now })) return
  tell('The chat is on: to pass it on, send')
  tell(oneLine(relayLine({ post: toPost(item, place?.id ?? ''), key: target.key }, chat)))
}

function isRunning(root: string, chat: Chat, { date, now }: { date: string; now: string }): boolean {
  const slot = slotOn(chat, date, readIndex(root, chat.name, date)?.plan)
  return slot.kind === 'session' && slot.times.start <= now && now < slot.times.end
}

/** Only where it is still as the host has seen it: another run may have decided meanwhile. */
async function replace(work: Moderation, item: Item | undefined): Promise<void> {
  if (!item) return
  await save(work, () => {
    const now = readItem(work.root, item.id)
    if (now?.state === 'waiting' || now?.state === 'held') writeItem(work.root, item)
  })
}

function save({ root, tell }: Moderation, work: () => void): Promise<void> {
  return withLock({ root, onWait: () => tell('Waiting: another run is at work') }, async () => work())
}
