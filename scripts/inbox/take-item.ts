import { readIndex } from '../content/read-session.ts'
import type { Chat } from '../model/chat.ts'
import { Problem } from '../model/problem.ts'
import { relayLine } from '../model/relay-line.ts'
import { slotOn } from '../model/schedule.ts'
import type { SegmentKey } from '../model/session.ts'
import type { Prompts } from '../terminal/prompts.ts'
import { oneLine } from '../terminal/safe-text.ts'
import { accept } from './accept.ts'
import type { Item } from './item.ts'
import { findPersonal } from './personal.ts'
import { keepQuestion } from './questions/keep.ts'
import { toPost } from './to-post.ts'

/** An item and where it would go. */
export type Case = { readonly item: Item; readonly chat: Chat; readonly target: Target | undefined }
export type Target = { readonly date: string; readonly key: SegmentKey } | 'question'

type Asking = {
  readonly root: string
  readonly prompts: Prompts
  readonly tell: (line: string) => void
  /** UTC, at the moment that it is asked. */
  readonly clock: () => string
}

/** Does it while no other run is at work, and only where the item is still as the host has seen it. */
export type Save = (put: () => void) => Promise<void>

/** Accepts it; `again` where the host has to do something about it first, `later` where its writer has. */
export async function takeItem(
  { item, chat, target }: Case,
  work: Asking,
  save: Save,
): Promise<'done' | 'again' | 'later'> {
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
    await save(() => putIn(agreed, chat, { root, target, now: clock(), tell }))
    return 'done'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    tell(oneLine(error.message))
    return 'again'
  }
}

/** The item with its writer's word that it may be shown; undefined where that is yet to be had. */
async function askConsent(item: Item, { prompts, tell, clock }: Asking): Promise<Item | undefined> {
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
