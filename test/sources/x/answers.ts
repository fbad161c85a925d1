import { parseAnswer } from '../../../scripts/sources/x/parse.ts'
import { toReading } from '../../../scripts/sources/x/reading.ts'

type Raw = Record<string, unknown>

/** A post as X sends it, with defaults. */
export function raw(fields: Raw = {}): Raw {
  return { id: '10', text: 'Hello', author_id: '7', created_at: '2010-12-17T13:02:11.000Z', ...fields }
}

export const sam: Raw = { id: '7', name: 'Sam', username: 'sam', protected: false }
export const hidden: Raw = { id: '8', name: 'Hid', username: 'hid', protected: true }

/** Pages as they come from X, as one reading. */
export function reading(...pages: readonly Raw[]) {
  return toReading(
    pages.map((page, index) => ({ where: `page ${index + 1}`, answer: parseAnswer(page, 'page') })),
  )
}

/** The one post of a page. */
export function postOf(fields: Raw, includes: Raw = { users: [sam] }) {
  const [post] = reading({ data: [raw(fields)], includes }).posts
  if (post === undefined) throw new Error('no post came through')
  return post
}
