import { sessionFolder } from '../content/folder.ts'
import type { Chat } from '../model/chat.ts'
import { personKey } from '../model/person.ts'
import { questionNumber, type Session } from '../model/session.ts'
import type { Saved } from './save-session.ts'

/** What was done with one session, in lines for the host. */
export function saySaved(chat: Chat, saved: Saved, dryRun: boolean): string[] {
  const { session, report, changes, notices } = saved
  const folder = sessionFolder(chat.name, session.date)
  const changed =
    changes.length === 0
      ? 'nothing new'
      : `${count(changes.length, 'file')} ${dryRun ? 'would be written' : 'written'}`
  return [
    `${session.date}: ${counts(session)}; ${changed} in ${folder}/`,
    ...kept(report).map((line) => `  ${line}`),
    ...notices.map((line) => `  ${line}`),
    ...(session.checked ? [] : [`  to do in ${folder}/index.md: ${toDo(session)}`]),
  ]
}

function counts(session: Session): string {
  const built = session.segments.filter(({ key }) => key !== 'outside')
  const posts = built.flatMap(({ posts }) => posts).filter(({ hidden }) => !hidden)
  const people = new Set(posts.flatMap(({ post }) => personKey(post) ?? []))
  const questions = session.segments.filter(({ key }) => questionNumber(key) !== undefined).length
  const outside = session.segments.find(({ key }) => key === 'outside')?.posts.length ?? 0
  const rest = outside === 0 ? '' : `; ${count(outside, 'post')} kept outside, in outside.md`
  return `${count(posts.length, 'post')} by ${count(people.size, 'person', 'people')}, ${count(questions, 'question')}${rest}`
}

function kept({ added, updated, disputed, deleted, moved }: Saved['report']): string[] {
  return [
    [added, 'new'],
    [updated, 'changed by the author since'],
    [disputed, 'changed by the author since, but edited by you: your words stay'],
    [deleted, 'deleted by you: they stay deleted'],
    [moved, 'where you put them: they stay there'],
  ].flatMap(([ids, what]) => (ids && ids.length > 0 ? [`${ids.length} ${what}`] : []))
}

function toDo(session: Session): string {
  const missing = [
    ...(session.title === '' ? ['a title'] : []),
    ...(session.summary === '' ? ['two sentences of summary'] : []),
    '"checked: yes" once you have read it over',
  ]
  return missing.join(', ')
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}
