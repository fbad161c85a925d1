import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openArchive } from '../../scripts/content/archive.ts'
import { toSource } from '../../scripts/markdown/lines.ts'
import { parseSegment } from '../../scripts/markdown/segment-file.ts'
import { findNameProblem } from '../../scripts/model/chat.ts'
import { peopleIn } from '../../scripts/model/people.ts'
import { summarize } from '../../scripts/model/summary.ts'
import { mediaOf } from '../../scripts/site/copy-media.ts'
import { hostileText } from '../arbitrary-post.ts'
import { chat, filed, post, segment, session } from '../builders.ts'
import { naughtyStrings, ownCases } from './cases.ts'
import { pathFaults } from './compare.ts'

const texts = [...ownCases, ...naughtyStrings].map(({ text }) => text)

test('everybody has an address below people/, safe on every file system and nobody else’s', () => {
  expect(slugFaults(texts)).toEqual([])
  fc.assert(
    fc.property(fc.array(fc.oneof(hostileText, fc.constantFrom(...texts)), { maxLength: 20 }), (handles) => {
      expect(slugFaults(handles)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

function slugFaults(handles: readonly string[]): string[] {
  const posts = handles.map((handle, i) =>
    filed(post({ id: String(i), author: { id: `u${i}`, handle, name: '' } })),
  )
  const slugs = peopleIn([summarize(chat(), session([segment('q1', posts)]))]).map(({ slug }) => slug)
  const taken = new Set(['index.html', ...slugs.map((slug) => slug.toLowerCase())])
  return [
    ...slugs.filter((slug) => slug.includes('/') || /^letter-[a-z]*$/i.test(slug)),
    ...slugs.flatMap(pathFaults),
    ...(taken.size === handles.length + 1 ? [] : ['two have one address']),
  ]
}

test('a picture is copied from the session’s own folder into the site’s, or not at all', () => {
  const told = texts.flatMap((text) => {
    const file = text === '' ? undefined : text
    const media = {
      kind: 'photo' as const,
      url: '',
      file,
      alt: undefined,
      width: undefined,
      height: undefined,
    }
    const quoted = post({ id: '5', media: [media] })
    const said = session([segment('q1', [filed(post({ media: [media], quotes: '5', quoted }))])])
    return mediaOf('lgovsm', said).filter(
      (path) => !/^lgovsm\/2010-12-17\/media\/[^/]+$/.test(path) || pathFaults(path).length > 0,
    )
  })
  expect(told).toEqual([])
})

test('a picture that a hand-edited file looks for elsewhere is not copied', () => {
  const text = `### [@sam](<https://x.com/sam/status/1>) · 13:00:00
<!-- id=1 at=2010-12-17T13:00:00Z -->

![x](<media/../../../../.env> "photo 1x1 https://pbs.twimg.com/x.jpg")
`
  const [block] = parseSegment(toSource('q1.md', text), 'q1').blocks
  const [media] = block?.post.media ?? []
  expect(media?.file).toBe('../../../../.env')
  const posts = block ? [filed(block.post)] : []
  expect(mediaOf('lgovsm', session([segment('q1', posts)]))).toEqual([])
})

test('what may be the name of a chat or a page is safe on every file system', () => {
  const allowed = [...texts, ...texts.map((text) => text.toLowerCase())].filter(
    (text) => findNameProblem(text) === undefined,
  )
  expect(allowed.length).toBeGreaterThan(5)
  expect(allowed.flatMap(pathFaults)).toEqual([])
})

test('a page at the address of a chat is refused in a sentence', () => {
  const root = mkdtempSync(join(tmpdir(), 'safety-'))
  for (const folder of ['lgovsm', 'pages']) mkdirSync(join(root, 'content', folder), { recursive: true })
  writeFileSync(join(root, 'content/lgovsm/chat.yaml'), '')
  writeFileSync(join(root, 'content/pages/lgovsm.md'), '---\ntitle: Mine\n---\n')
  expect(() => openArchive(root)).toThrow(
    'content/pages/lgovsm.md: "lgovsm" is the address of a chat: give the file another name',
  )
  rmSync(root, { recursive: true })
})
