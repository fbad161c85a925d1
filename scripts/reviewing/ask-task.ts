import { questionNumber } from '../model/session.ts'
import type { Prompts } from '../terminal/prompts.ts'
import { oneLine } from '../terminal/safe-text.ts'
import type { OpenSession } from './open-session.ts'
import { sayPlace, sayPost } from './say-task.ts'
import type { PlaceNeed, Task } from './tasks.ts'

/** What the host answers; undefined where nothing is to be written. */
export type Answer =
  | { readonly kind: 'move'; readonly to: string }
  | { readonly kind: 'hide' }
  /** This post and all others whose place is in question stand right. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'words'; readonly text: string }
  | undefined

export async function askTask(task: Task, open: OpenSession, prompts: Prompts): Promise<Answer> {
  if (task.kind === 'place') return askPlace(task, open, prompts)
  if (task.kind === 'hosts') return askHosts(task.handles, prompts)
  const text = oneLine(await prompts.text({ message: messageFor(task, open), flag: 'your answer' }))
  return text === '' ? undefined : { kind: 'words', text }
}

function messageFor(task: Exclude<Task, PlaceNeed | { kind: 'hosts' }>, { chat }: OpenSession): string {
  if (task.kind === 'question') {
    return `${task.key}, with ${task.posts} ${task.posts === 1 ? 'post' : 'posts'}: what was the question? (Empty: nobody put one)`
  }
  if (task.kind === 'alt') {
    return `${sayPost(task.post, chat.zone)}\n${oneLine(task.address)}\nWhat does the picture show? (Empty: leave it)`
  }
  if (task.kind === 'title') return 'A title, in a few words? (Empty: none)'
  return 'What was asked, and what came of it, in two sentences? (Empty: none)'
}

async function askPlace(
  task: Task & PlaceNeed,
  { segments, chat }: OpenSession,
  prompts: Prompts,
): Promise<Answer> {
  const numbers = segments.flatMap(({ key, question }) => {
    const number = questionNumber(key)
    return number === undefined || number > 9 ? [] : [{ number, key, question }]
  })
  const chosen = await prompts.key({
    message: `${sayPost(task.post, chat.zone)}\nIt ${sayPlace(task)}.`,
    flag: 'your answer',
    choices: [
      { key: 'f', value: task.key, label: 'fine where it stands (Enter)' },
      ...numbers.map(({ number, key, question }) => ({
        key: String(number),
        value: `to ${key}`,
        label: oneLine(question) || `question ${number}`,
      })),
      { key: 'b', value: 'to before', label: 'before the chat' },
      { key: 'a', value: 'to after', label: 'after the chat' },
      { key: 'o', value: 'to outside', label: 'outside: kept, and not shown' },
      { key: 'h', value: 'hide', label: 'hide it where it stands' },
      { key: 'r', value: 'rest', label: 'this one and all the rest are fine' },
    ],
  })
  if (chosen === 'hide' || chosen === 'rest') return { kind: chosen }
  return { kind: 'move', to: chosen.replace(/^to /, '') }
}

async function askHosts(handles: readonly string[], prompts: Prompts): Promise<Answer> {
  const chosen = await prompts.key({
    message: 'No host asked a question. Who led this session?',
    flag: 'your answer',
    choices: [
      ...handles.map((handle, i) => ({ key: String(i + 1), value: `@${handle}`, label: `@${handle}` })),
      { key: 'n', value: 'nobody', label: 'nobody of these' },
    ],
  })
  return chosen === 'nobody' ? undefined : { kind: 'words', text: chosen }
}
