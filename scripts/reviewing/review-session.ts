import { isDeepStrictEqual } from 'node:util'
import { withLock } from '../cache/lock.ts'
import { readFolder } from '../content/read-session.ts'
import { writeTogether } from '../content/transaction.ts'
import { saveSession } from '../fetching/save-session.ts'
import { setFrontMatter } from '../markdown/front-matter.ts'
import { toSource } from '../markdown/lines.ts'
import type { Chat } from '../model/chat.ts'
import { Interrupted } from '../terminal/interrupted.ts'
import type { Prompts } from '../terminal/prompts.ts'
import { applyAnswer, type Files } from './apply-answer.ts'
import { askTask } from './ask-task.ts'
import { findTasks, indexSpot } from './find-tasks.ts'
import { type OpenSession, openSession } from './open-session.ts'
import { sayTask } from './say-task.ts'

export type Review = {
  readonly root: string
  readonly chat: Chat
  /** Local date. */
  readonly date: string
  readonly prompts: Prompts
  readonly tell: (line: string) => void
}

/** Walks the host through what needs an eye; without a terminal, lists it with file and line. */
export async function reviewSession(review: Review): Promise<void> {
  if (!review.prompts.isOpen) return list(review)
  try {
    await walk(review)
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    throw new Interrupted('Stopped: your answers are saved. Run it again to go on.')
  }
}

function list({ root, chat, date, tell }: Review): void {
  const open = openSession(root, chat, date)
  const tasks = findTasks(open)
  for (const task of tasks) tell(sayTask(task, chat.zone))
  const { path, line } = indexSpot(open, 'checked')
  if (!open.folder.session.checked) {
    tell(`${path}:${line + 1}: checked: no: write yes once you have read the transcript over`)
  } else if (tasks.length === 0) tell(`${date}: read over, and nothing needs an eye`)
}

/** Each answer is written before the next question, which may depend on it. */
async function walk(review: Review): Promise<void> {
  const { root, chat, date, prompts, tell } = review
  const asked = new Set<string>()
  for (;;) {
    const open = openSession(root, chat, date)
    const all = findTasks(open).filter(({ name }) => !asked.has(name))
    const [task] = all
    if (!task) {
      if (await finish(review, open)) return
      continue
    }
    tell(`${all.length} to look at.`)
    const answer = await askTask(task, open, prompts)
    const isSaved = await save(review, open, applyAnswer(open.folder.files, task, { answer, all }))
    if (isSaved) asked.add(task.name)
  }
}

/** Whether there is nothing more to do. */
async function finish(review: Review, open: OpenSession): Promise<boolean> {
  const { date, prompts, tell } = review
  const { session, files } = open.folder
  if (session.checked) {
    tell(`${date}: read over, and nothing needs an eye`)
    return true
  }
  const message = 'Nothing is left. Is the transcript read over, so that it may be shown as such?'
  if (!(await prompts.confirm({ message, flag: 'checked: yes in index.md' }))) return true
  const { path } = indexSpot(open, 'checked')
  const text = setFrontMatter(toSource(path, files.get(path) ?? ''), { checked: 'yes' })
  const isSaved = await save(review, open, new Map([...files, [path, text]]))
  if (isSaved) tell(`${date}: checked: yes is written into ${path}`)
  return isSaved
}

/**
 * Writes the edits as a host would, then lets the merge move what is to be moved. False, and nothing written,
 * where the files are no longer those that the host has seen.
 */
function save({ root, chat, date, tell }: Review, { folder }: OpenSession, files: Files): Promise<boolean> {
  const changes = [...files]
    .filter(([path, data]) => folder.files.get(path) !== data)
    .map(([path, data]) => ({ path, data }))
  return withLock({ root, onWait: () => tell('Waiting: another run is at work') }, async () => {
    if (!isDeepStrictEqual(readFolder(root, chat, date).files, folder.files)) {
      tell('The files have changed meanwhile, so this was not saved: have another look.')
      return false
    }
    if (changes.length === 0) return true
    writeTogether(root, `${chat.name}-${date}`, changes)
    saveSession({
      root,
      chat,
      times: folder.times,
      posts: [],
      readTo: undefined,
      adopt: false,
      dryRun: false,
    })
    return true
  })
}
