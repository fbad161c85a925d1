import { readChats } from '../content/chats.ts'
import type { Chat } from '../model/chat.ts'
import { longDateWords } from '../model/date-words.ts'
import { questionNumber } from '../model/session.ts'
import type { Prompts } from '../terminal/prompts.ts'
import { oneLine } from '../terminal/safe-text.ts'
import { datesFor, questionsOf } from './find-places.ts'
import type { Item } from './item.ts'

type Asking = { readonly root: string; readonly prompts: Prompts; readonly clock: () => string }

/** The item with where the host says it belongs. */
export async function askPlace({ item }: { readonly item: Item }, asking: Asking): Promise<Item> {
  const { root, prompts, clock } = asking
  const chat = await askChat(asking)
  const dates = datesFor(root, chat, { now: clock(), named: item.tag?.date })
  const date = await prompts.select({
    message: 'Which session is it for?',
    flag: 'your answer',
    choices: [
      ...dates.map((value) => ({ value, label: longDateWords(value) })),
      { value: 'question', label: 'none: it is a question for a coming session' },
    ],
    ...(item.tag?.date !== undefined && dates.includes(item.tag.date) && { initial: item.tag.date }),
  })
  if (date === 'question') return { ...item, tag: { ...unplaced, chat: chat.name, isQuestion: true } }
  const key = await askKey(root, { chat, date, prompts })
  return { ...item, tag: { chat: chat.name, date, key, isQuestion: false } }
}

const unplaced = { date: undefined, key: undefined }

async function askChat({ root, prompts }: Asking): Promise<Chat> {
  const chats = readChats(root)
  const [only] = chats
  if (only && chats.length === 1) return only
  const name = await prompts.select({
    message: 'Which chat is it for?',
    flag: 'your answer',
    choices: chats.map((chat) => ({ value: chat.name, label: chat.title })),
  })
  return chats.find((chat) => chat.name === name) ?? neverChosen(name)
}

type Keys = { readonly chat: Chat; readonly date: string; readonly prompts: Prompts }

function askKey(root: string, { chat, date, prompts }: Keys): Promise<string> {
  const questions = questionsOf(root, chat, date).flatMap(({ key, question }) => {
    const number = questionNumber(key)
    return number === undefined || number > 9 ? [] : [{ number, key, question }]
  })
  return prompts.key({
    message: 'Which question does it answer?',
    flag: 'your answer',
    choices: [
      ...questions.map(({ number, key, question }) => ({
        key: String(number),
        value: key,
        label: oneLine(question) || `question ${number}`,
      })),
      { key: 'a', value: 'after', label: 'none of them: after the chat' },
    ],
  })
}

function neverChosen(name: string): never {
  throw new Error(`the chat "${name}" was not among the choices`)
}
