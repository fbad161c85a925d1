import { addDays } from '../../scripts/model/date.ts'
import type { Post } from '../../scripts/model/post.ts'
import type { SentQuestions } from '../../scripts/model/sent-question.ts'
import type { Session } from '../../scripts/model/session.ts'
import { noWays } from '../../scripts/model/take-part.ts'
import { wellFormed } from '../../scripts/sources/well-formed.ts'
import { chat, filed, segment, sentIn, session } from '../builders.ts'
import { site } from '../templates/site.ts'
import type { Case } from './cases.ts'
import { chatArchive, hostilePosts, type Twins } from './hostile-archive.ts'
import { reread } from './reread.ts'
import { twinIds, twinPost, twinTargets, twinText } from './twin.ts'

/** One archive with every case in it, so many to a session, each said by a person of its own; and its twin. */
export function batchArchives(cases: readonly Case[], perSession: number): Twins {
  const groups = Array.from({ length: Math.ceil(cases.length / perSession) }, (_, i) =>
    cases.slice(i * perSession, (i + 1) * perSession),
  )
  const idOf = twinIds()
  const made = groups.map((group, index) => {
    const date = addDays('2010-12-17', 7 * index)
    const posts = group.flatMap(({ text }, i) =>
      postsOf(wellFormed(text), `${index}-${i}`, (n) => at(date, 4 * i + n)),
    )
    return { date, posts, text: wellFormed(group[0]?.text ?? '') }
  })
  const takePart = { ...noWays, email: 'ask@example.org', form: 'https://forms.example/f/1', github: 'a/b' }
  const whole = { ...site, address: 'https://example.org/', takePart }
  const archive = (sessions: readonly Session[], say: (text: string) => string) => ({
    site: whole,
    pages: [],
    chats: [{ ...chatArchive(chat(), sessions), sent: sentQuestions(cases, say) }],
  })
  return {
    hostile: archive(
      made.map(({ date, posts, text }) => sessionOf(date, posts, { words: text, note: text })),
      (text) => text,
    ),
    twin: archive(
      made.map(({ date, posts, text }) =>
        sessionOf(
          date,
          posts.map((post) => twinPost(post, { idOf, targetOf: twinTargets(posts) })),
          { words: twinText(text), note: text },
        ),
      ),
      twinText,
    ),
  }
}

/** As questions that were sent in, each with its text as its sender's name. */
function sentQuestions(cases: readonly Case[], say: (text: string) => string): SentQuestions {
  const questions = cases.map(({ text }, i) => ({
    id: `email:${i}`,
    text: say(wellFormed(text)),
    name: say(wellFormed(text)),
    received: undefined,
    chosen: i % 2 === 0 ? undefined : { date: '2010-12-17', key: `q${(i % 3) + 1}` },
  }))
  return { backlog: true, questions }
}

/** Words in the text, in what hangs on it, and in what it quotes. */
function postsOf(words: string, person: string, at: (n: number) => string): Post[] {
  const author = { id: person, handle: words === '' ? undefined : words, name: words }
  const [, linked, , shown, , quoting] = hostilePosts(words, author)
  const said = [linked, shown, quoting].flatMap((post, n) =>
    post ? [{ ...post, id: `${person.replace('-', '00')}${n}`, at: at(n) }] : [],
  )
  // Whoever has a name only is told apart by it, in the twin too.
  const name = `${words} ${'x'.repeat(Number(person.split('-')[1]) + 1)}`
  const sent = sentIn({ id: `email:${person}`, at: at(3), name, text: linked?.text ?? [] })
  return [...said, sent]
}

function at(date: string, count: number): string {
  return `${new Date(Date.parse(`${date}T13:00:00Z`) + count * 5000).toISOString().slice(0, 19)}Z`
}

function sessionOf(
  date: string,
  posts: readonly Post[],
  { words, note }: { words: string; note: string },
): Session {
  const hour = { start: `${date}T13:00:00Z`, end: `${date}T14:00:00Z` }
  const [q1] = reread([
    segment(
      'q1',
      posts.map((post) => filed(post)),
      { ...hour, question: words.trim() },
    ),
  ])
  const noted = (q1?.posts ?? []).map((one) => ({ ...one, note }))
  const options = { date, title: words.trim(), summary: note, checked: true }
  return session([segment('q1', noted, { ...hour, question: words.trim(), intro: note })], options)
}
