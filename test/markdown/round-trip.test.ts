import { Parser } from 'commonmark'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toSource } from '../../scripts/markdown/lines.ts'
import { formatSegment, parseSegment } from '../../scripts/markdown/segment-file.ts'
import type { Segment } from '../../scripts/model/session.ts'
import { hostilePost, hostileText } from '../arbitrary-post.ts'
import { filed, post, segment } from '../builders.ts'

const clock = (instant: string) => instant.slice(11, 19)

const hostileSegment: fc.Arbitrary<Segment> = fc
  .record({
    posts: fc.uniqueArray(hostilePost, { maxLength: 4, selector: (post) => post.id }),
    question: hostileText.map((text) => text.trim()),
    note: fc.constantFrom(
      '',
      'A note.',
      'Two\n\nparagraphs',
      '![map](media/map.png)',
      '- one\n- two',
      '> said',
    ),
    intro: fc.constantFrom('', 'About this question.'),
    hidden: fc.boolean(),
    relay: fc.constantFrom({}, { relay: '1479' }, { relay: 'none' }),
  })
  .map(({ posts, question, note, intro, hidden, relay }) =>
    segment(
      'q1',
      posts.map((post) => filed(post, { note, hidden, anchor: '', ...relay })),
      { question, intro },
    ),
  )

test('any session of hostile posts, written and read, is the same session', () => {
  fc.assert(
    fc.property(hostileSegment, (written) => {
      expect(readBack(written)).toEqual(written)
    }),
    { numRuns: 3000 },
  )
})

test('with a byte order mark and Windows line endings it still is', () => {
  fc.assert(
    fc.property(hostileSegment, (written) => {
      const text = `\ufeff${formatSegment(written, clock).replaceAll('\n', '\r\n')}`
      expect(fromText(text)).toEqual(written)
    }),
    { numRuns: 500 },
  )
})

test('on a plain CommonMark renderer no post escapes its block', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(hostilePost, { minLength: 1, maxLength: 3, selector: (post) => post.id }),
      (posts) => {
        const text = formatSegment(
          segment(
            'q1',
            posts.map((post) => filed(post)),
          ),
          clock,
        )
        expect(outline(text)).toEqual(posts.flatMap(expectedOutline))
      },
    ),
    { numRuns: 2000 },
  )
})

function readBack(written: Segment): Segment {
  return fromText(formatSegment(written, clock))
}

function fromText(text: string): Segment {
  const { blocks, yaml, ...rest } = parseSegment(toSource('q1.md', text), 'q1')
  const posts = blocks.map(({ wanted, line, ...block }) => ({ ...block, anchor: '' }))
  return { ...rest, posts }
}

/** Kinds of the top-level blocks, and the kinds of everything inside paragraphs that is not text. */
function outline(markdown: string): string[] {
  const kinds: string[] = []
  const walker = new Parser().parse(markdown).walker()
  for (let event = walker.next(); event; event = walker.next()) {
    const { type, parent } = event.node
    if (event.entering && type !== 'document' && parent?.type === 'document') kinds.push(type)
    if (event.entering && ['emph', 'strong', 'code', 'html_inline'].includes(type)) kinds.push(type)
  }
  return kinds
}

function expectedOutline(post: Parameters<typeof filed>[0]): string[] {
  return [
    'heading',
    'html_block',
    ...(post.text.length > 0 ? ['paragraph'] : []),
    ...(post.media.length > 0 ? ['paragraph'] : []),
    ...(post.poll && post.poll.options.length > 0 ? ['list'] : []),
    ...(post.quoted ? ['block_quote'] : []),
  ]
}

test('a CommonMark renderer shows a post word for word', () => {
  fc.assert(
    fc.property(
      hostileText.filter((text) => text !== ''),
      (text) => {
        fc.pre(!/[\u0080-\u009f]/.test(text)) // HTML reads these numbers as Windows-1252
        const shown = paragraphText(formatSegment(segment('q1', [filed(post({ text }))]), clock))
        expect(shown).toBe(text)
      },
    ),
    { numRuns: 3000 },
  )
})

function paragraphText(markdown: string): string {
  let text = ''
  let inside = false
  const walker = new Parser().parse(markdown).walker()
  for (let event = walker.next(); event; event = walker.next()) {
    const { type, literal } = event.node
    if (type === 'paragraph') inside = event.entering
    if (inside && event.entering)
      text += type === 'linebreak' || type === 'softbreak' ? '\n' : (literal ?? '')
  }
  return text
}
