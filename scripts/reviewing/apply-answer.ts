import { setFrontMatter } from '../markdown/front-matter.ts'
import { toSource } from '../markdown/lines.ts'
import type { Answer } from './ask-task.ts'
import { addParagraph, describePicture, hidePost, wishPlace } from './edit-text.ts'
import type { Task } from './tasks.ts'

/** Path → text. */
export type Files = ReadonlyMap<string, string>

/** The files with an answer written into them as a host would. `all` are the tasks that the answer may settle too. */
export function applyAnswer(
  files: Files,
  task: Task,
  { answer, all }: { answer: Answer; all: readonly Task[] },
): Files {
  if (answer === undefined) return files
  if (answer.kind === 'rest') return all.filter(({ kind }) => kind === 'place').reduce(confirmPlace, files)
  return editFile(files, task, (text) => editFor(text, task, answer))
}

function confirmPlace(files: Files, task: Task): Files {
  return task.kind === 'place' ? editFile(files, task, (text) => wishPlace(text, task.line, task.key)) : files
}

function editFile(files: Files, { path }: Task, edit: (text: string) => string): Files {
  return new Map([...files, [path, edit(files.get(path) ?? '')]])
}

function editFor(text: string, task: Task, answer: Exclude<Answer, undefined | { kind: 'rest' }>): string {
  if (answer.kind === 'move') return wishPlace(text, task.line, answer.to)
  if (answer.kind === 'hide') return hidePost(text, task.line)
  if (task.kind === 'alt') return describePicture(text, task.line, answer.text)
  if (task.kind === 'summary') return addParagraph(text, answer.text)
  const value = task.kind === 'hosts' ? [answer.text] : answer.text
  const key = task.kind === 'hosts' || task.kind === 'title' ? task.kind : 'question'
  return setFrontMatter(toSource(task.path, text), { [key]: value })
}
