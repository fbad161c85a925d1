import { z } from 'zod'
import { list, maybe, text, word } from '../../sources/lenient.ts'

/** What Tumblr says of things sent in and of notes, read generously: https://www.tumblr.com/docs/en/api/v2 */

const textBlock = z.object({ type: z.literal('text'), text })
const tags = list(text)

const submission = z.object({
  id: maybe(z.union([word, z.number()])),
  id_string: maybe(word),
  timestamp: z.number().int().positive(),
  tags,
  title: maybe(text),
  content: list(textBlock),
  body: maybe(text),
  post_author: maybe(word),
  author: maybe(word),
  anonymous_email: maybe(word),
})
export type Submission = z.output<typeof submission>

const note = z.object({
  type: word,
  timestamp: z.number().int().positive(),
  blog_name: maybe(word),
  reply_text: maybe(text),
  added_text: maybe(text),
  post_id: maybe(word),
})
export type Note = z.output<typeof note>

export const submissions = z.object({ posts: list(submission) })
export const notes = z.object({
  notes: list(note),
  _links: maybe(z.object({ next: maybe(z.object({ query_params: z.record(z.string(), z.string()) })) })),
})
