import { type Post, plainText } from '../model/post.ts'
import { localTime } from '../model/zone.ts'
import { oneLine } from '../terminal/safe-text.ts'
import type { PlaceNeed, Task } from './tasks.ts'

/** `content/lgovsm/2010-12-17/q2.md:41: …`: what needs an eye, and what to do about it in the file. */
export function sayTask(task: Task, zone: string): string {
  return oneLine(`${task.path}:${task.line + 1}: ${sayNeed(task, zone)}`)
}

function sayNeed(task: Task, zone: string): string {
  if (task.kind === 'hosts') {
    const names = task.handles.map((handle) => `@${handle}`).join(', ')
    return `no host asked a question: write hosts: ["@${task.handles[0]}"] if that is who did (perhaps ${names})`
  }
  if (task.kind === 'question') return `${task.key} has no question: write it behind question:`
  if (task.kind === 'place')
    return `${sayPlace(task)}: write q=1, q=2 or hide if not: ${sayPost(task.post, zone, 60)}`
  if (task.kind === 'alt')
    return `a picture without a description: write one between ![ and ]: ${sayPost(task.post, zone, 60)}`
  if (task.kind === 'title') return 'no title: write a few words behind title:'
  return 'no summary: write two sentences below the last "---"'
}

/** `stands in q1 by its time alone, else q2 (label)` */
export function sayPlace({ key, why, runnerUp }: PlaceNeed): string {
  const else_ = runnerUp ? `, else ${runnerUp.key} (${runnerUp.why})` : ''
  return `stands in ${key} by its time alone (${why})${else_}`
}

/** `13:02:11 @sample: first words` */
export function sayPost(post: Post, zone: string, most = 1000): string {
  const { handle, name } = post.author
  const letters = [...oneLine(plainText(post))]
  const words = letters.length > most ? `${letters.slice(0, most).join('')}…` : letters.join('')
  return oneLine(`${localTime(post.at, zone)} ${handle === undefined ? name : `@${handle}`}: ${words}`)
}
