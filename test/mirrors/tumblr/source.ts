import { parseSite } from '../../../scripts/content/site-settings.ts'
import type { MirrorSource } from '../../../scripts/mirrors/mirror.ts'
import type { FiledPost, Session } from '../../../scripts/model/session.ts'
import { chat, segment, session } from '../../builders.ts'

/** A checked session with these answers to its questions, ready to be composed. */
export function source(
  questions: readonly (readonly FiledPost[])[],
  options: Partial<MirrorSource> & { readonly about?: Partial<Session> } = {},
): MirrorSource {
  const { about, ...rest } = options
  const minute = (index: number) => String(20 * index).padStart(2, '0')
  const segments = questions.map((posts, index) =>
    segment(`q${index + 1}`, posts, {
      question: `Question ${index + 1}?`,
      start: `2010-12-17T13:${minute(index)}:00Z`,
      end: index === 2 ? '2010-12-17T14:00:00Z' : `2010-12-17T13:${minute(index + 1)}:00Z`,
    }),
  )
  return {
    site: parseSite('address: https://example.org/archive/'),
    chat: chat(),
    session: session(segments, { title: 'Snow', checked: true, ...about }),
    pictures: new Map(),
    ...rest,
  }
}
