import fc from 'fast-check'
import type { Author, Link, Media, Poll, Post, Run } from '../scripts/model/post.ts'
import { emptied } from '../scripts/model/removed.ts'

/** Pieces that mean something to markdown, HTML, YAML, templates or our own format. */
const traps = [
  '\n', '\n\n', ' ', '    ', '\t', '\r', '\r\n', '\u0001', '\u007f', '\u0085', '\u2028', '\u202e', '\u2066', '\ufeff', '\u00a0',
  '\\', '\\\\', '*', '**', '_', '__', 'a_b', '`', '```', '~~~', '~~', '|', '| - |', '#', '# ', '### ', '### [@x](<u>) X · 13:00:00',
  '<!-- id=1 at=2010-12-17T13:00:00Z -->', '-->', '<!--', '---', '- ', '+ ', '> ', '> ### ', '1. ', '2) ', '===', '!', '![', '![](<a> "photo")',
  '[', ']', '](<', '[a](<b> "c")', '[a]: b', '<b>', '<script>', '&amp;', '&#10;', '&copy', '&copy;', '{{ x }}', '{% raw %}', '"', "'", ' · ', ' · 12 votes',
  ' · 13:00:00', '@sam', '#lgovsm', 'https://t.co/x', '🏳️‍🌈', 'é', 'ŵ', '١', '\ud83d\ude00', 'A1', '%', '%20', '=',
] // biome-ignore format: a table

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...traps) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
)

/** Any text a network can hand over: no NUL and no lone surrogate, which sources replace. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(piece, { maxLength: 10 })
  .map((pieces) => pieces.join('').replaceAll('\u0000', '\ufffd').toWellFormed())

const some = hostileText.filter((text) => text !== '')
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const instant = fc
  .integer({ min: 1, max: 4_000_000_000 })
  .map((seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`)

const link: fc.Arbitrary<Link> = fc.record({ url: hostileText, target: hostileText, display: hostileText })
const runs: fc.Arbitrary<readonly Run[]> = fc
  .array(fc.oneof<fc.Arbitrary<Run>[]>(some, link), { maxLength: 5 })
  .map((found) => found.filter((run, i) => typeof run !== 'string' || typeof found[i - 1] !== 'string'))

const media: fc.Arbitrary<Media> = fc.record({
  kind: fc.constantFrom('photo' as const, 'video' as const, 'gif' as const),
  url: hostileText.map((text) => text.replace(/^-$/, '')),
  file: maybe(fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/)),
  alt: maybe(some),
  width: maybe(fc.nat()),
  height: maybe(fc.nat()),
})

const poll: fc.Arbitrary<Poll> = fc.record({
  options: fc.array(fc.record({ label: hostileText, votes: maybe(fc.nat()) }), {
    minLength: 1,
    maxLength: 4,
  }),
  endsAt: maybe(instant),
})

const author: fc.Arbitrary<Author> = fc.record({
  id: maybe(some),
  handle: maybe(some),
  name: hostileText,
})

const isRemoved = fc.integer({ min: 0, max: 9 }).map((n) => n === 0)

export const hostilePost: fc.Arbitrary<Post> = fc
  .record({
    id: some,
    at: instant,
    author,
    url: maybe(hostileText),
    text: runs,
    media: fc.array(media, { maxLength: 3 }),
    poll: maybe(poll),
    lang: maybe(some),
    replyTo: maybe(some),
    replyToUser: maybe(some),
    conversation: maybe(some),
    quotes: maybe(some),
    quoted: fc.constant(undefined),
    repostOf: maybe(some),
    versions: fc.array(some, { maxLength: 3 }),
    sensitive: fc.boolean(),
    withheldIn: fc.array(fc.stringMatching(/^[A-Z]{2}$/), { maxLength: 2 }),
  })
  .chain(
    (outer): fc.Arbitrary<Post> =>
      fc.boolean().map((quoting) => (quoting ? { ...outer, quoted: { ...outer } } : outer)),
  )
  .chain((post) => isRemoved.map((removed) => (removed ? emptied(post) : post)))
