import { nameOf } from '../../../scripts/model/person.ts'
import type { Author, Post } from '../../../scripts/model/post.ts'
import type { SaidPost } from '../../../scripts/model/shown.ts'
import { findAside } from '../aside.ts'
import type { Context } from '../context.ts'
import { findAnswered } from '../reply-line.ts'
import { authorOf, sentWords } from '../sent.ts'
import { bodyLines } from './body-lines.ts'
import { plainLine, plainWords } from './plain.ts'
import { columns, wrap } from './wrap.ts'

/** One post: `13:02 Sam Jones (@sam), to Dave, 13:01`, and below it what was said, shown and quoted. */
export function postLines(said: SaidPost, context: Context): string[] {
  const { words, time } = context
  const { post } = said
  if (post.removed) return [`${time(post.at)} ${words.removed}`, ...noteLines(said, context)]
  const saysReply = findAnswered(post, context) !== undefined
  const details = [
    answered(post, context),
    findAside(said, context),
    sentWords(said, context),
    edited(post, context),
  ]
  return [
    ...wrap([headOf(post, context), ...details].filter(Boolean).join(', '), columns),
    ...bodyLines({ post, saysReply, width: columns }, context),
    ...(post.quoted ? quotedLines(post.quoted, context) : []),
    ...noteLines(said, context),
  ]
}

/** As mail quotes. */
function quotedLines(post: Post, context: Context): string[] {
  const width = columns - 2
  const lines = [
    ...wrap(headOf(post, context), width),
    ...bodyLines({ post, saysReply: false, width }, context),
  ]
  return lines.map((line) => `> ${line}`)
}

function noteLines({ note }: SaidPost, { words }: Context): string[] {
  const said = plainWords(note)
  return said === '' ? [] : wrap(`[${words.note}: ${said}]`, columns)
}

function headOf(post: Post, context: Context): string {
  return `${context.time(post.at)} ${whoSaid(authorOf(post, context.words), context)}`
}

function whoSaid({ name, handle }: Author, { words }: Context): string {
  const shown = plainLine(name)
  if (handle === undefined) return shown === '' ? words.unavailable : shown
  if (shown === '' || shown.toLowerCase() === handle.toLowerCase()) return `@${handle}`
  return `${shown} (@${handle})`
}

function answered(post: Post, context: Context): string | undefined {
  const { byId, time, words } = context
  const author = findAnswered(post, context)
  if (!author) return undefined
  const name = plainLine(nameOf(author)) || words.unavailable
  const parent = byId.get(post.replyTo ?? '')
  return `${words.to} ${name}${parent ? `, ${time(parent.at)}` : ''}`
}

function edited({ versions }: Post, { words }: Context): string | undefined {
  return versions.length > 1 ? words.edited : undefined
}
