import fc from 'fast-check'
import { giveAnchors } from '../../scripts/model/anchors.ts'
import type { Link, Post } from '../../scripts/model/post.ts'
import type { Session } from '../../scripts/model/session.ts'
import { hostilePost, hostileText } from '../arbitrary-post.ts'
import { chat, filed, segment, session } from '../builders.ts'
import { site } from '../templates/site.ts'
import { faultsOf, strangersIn } from './compare.ts'
import { chatArchive, type Twins } from './hostile-archive.ts'
import { reread } from './reread.ts'
import { twinIds, twinPost, twinTargets, twinText } from './twin.ts'

/** Posts of one session. */
export const postsAtOnce = 10

export type Fuzzed = { readonly posts: number; readonly failure: string | undefined }

/**
 * So many posts that nobody would write, ten to a session, each through format, parse and every page that shows
 * posts; the pages must have the skeleton of harmless ones. The same seed tries the same posts.
 */
export function fuzz(posts: number, seed: number, advance: (by: number) => void = () => undefined): Fuzzed {
  let tried = 0
  let hasFailed = false
  const property = fc.property(hostileSession, (said) => {
    if (!hasFailed) advance(postsAtOnce)
    if (!hasFailed) tried += postsAtOnce
    const faults = faultsIn(said)
    if (faults.length === 0) return
    hasFailed = true // what is tried from here on only makes the failure smaller
    throw new Error(faults.join('\n'))
  })
  const details = fc.check(property, { seed, numRuns: Math.ceil(posts / postsAtOnce) })
  const failure = details.failed
    ? `${String(details.errorInstance)}\n${fc.defaultReportMessage(details)}`
    : undefined
  return { posts: tried, failure }
}

type Said = { readonly posts: readonly Post[]; readonly question: string; readonly note: string }

/** Random text seldom makes an address: some begin as one. */
const begun = fc.constantFrom(
  '',
  '',
  'https://',
  'http://example.org/',
  ' https://',
  'mailto:',
  'javascript:',
  '//',
  '../',
  '#',
)

const post = fc.tuple(hostilePost, begun).map(([made, start]): Post => {
  const link = (run: Link): Link => ({ ...run, target: start + run.target })
  const text = made.text.map((run) => (typeof run === 'string' ? run : link(run)))
  const media = made.media.map((one) => ({ ...one, url: (start + one.url).replace(/^-$/, '') }))
  const url = made.url === undefined ? undefined : start + made.url
  return structuredClone({ ...made, text, media, url }) // for objects with a prototype, as parsing makes them
})

const hostileSession: fc.Arbitrary<Said> = fc.record({
  posts: fc.uniqueArray(post, { minLength: postsAtOnce, maxLength: postsAtOnce, selector: ({ id }) => id }),
  question: hostileText.map((text) => text.trim()),
  note: hostileText,
})

const comparable = [
  'session.11ty.ts',
  'hour.11ty.ts',
  'links.11ty.ts',
  'questions.11ty.ts',
  'session-text.11ty.ts',
]
const cutting = ['session.11ty.ts', 'links.11ty.ts']
const ordered = ['people.11ty.ts', 'person.11ty.ts']

function faultsIn(said: Said): string[] {
  try {
    return faultsOfSession(said)
  } catch (error) {
    return [String(error)]
  }
}

function faultsOfSession({ posts, question, note }: Said): string[] {
  const [read] = reread([
    segment(
      'q1',
      posts.map((one) => filed(one)),
      { question },
    ),
  ])
  const said = (read?.posts ?? []).map((one, i) => apart(one.post, i))
  const also = { idOf: twinIds(), targetOf: twinTargets(said) }
  const twins: Twins = {
    hostile: archiveOf(sessionOf(said, question, note)),
    twin: archiveOf(
      sessionOf(
        said.map((one) => twinPost(one, also)),
        twinText(question),
        note,
      ),
    ),
  }
  return [...faultsOf(twins, { only: comparable, cutting }), ...strangersIn(twins, ordered)]
}

/** Each at a time of its own and by a person of their own, so that both sites stand in one order. */
function apart(made: Post, i: number): Post {
  const at = `2010-12-17T13:${String(2 * i).padStart(2, '0')}:00Z`
  const author = { ...made.author, id: `u${i}` }
  return { ...made, at, author, ...(made.quoted && { quoted: { ...made.quoted, at } }) }
}

function sessionOf(posts: readonly Post[], question: string, note: string): Session {
  const anchors = giveAnchors(posts, new Map(), (instant) => instant.slice(11, 19))
  const noted = posts.map((one, i) =>
    filed(one, { anchor: anchors.get(one.id) ?? '', note: i === 0 ? note : '' }),
  )
  const hour = { start: '2010-12-17T13:00:00Z', end: '2010-12-17T14:00:00Z' }
  return session([segment('q1', noted, { ...hour, question })], { title: question, checked: true })
}

function archiveOf(made: Session) {
  return { site, pages: [], chats: [chatArchive(chat({ hashtags: ['#zz'] }), [made])] }
}
