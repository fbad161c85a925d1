import { describe, expect, test } from 'vitest'
import { isPictureName, nameStart, stemOf } from '../../scripts/media/picture-name.ts'
import { presentFiles, wantedPictures, withFiles } from '../../scripts/media/wanted-pictures.ts'
import { keptSize } from '../../scripts/model/picture.ts'
import type { Media, Post } from '../../scripts/model/post.ts'
import type { FiledPost } from '../../scripts/model/session.ts'
import { filed, post, segment, session } from '../builders.ts'

function photo(url: string, file?: string): Media {
  return { kind: 'photo', url, file, alt: undefined, width: undefined, height: undefined }
}

const a = photo('https://pbs.test/a')
const b = photo('https://pbs.test/b')
const shown = (id: string, media: readonly Media[], options: Partial<Post> = {}) =>
  filed(post({ id, media, ...options }))

function wanted(posts: readonly FiledPost[], there: readonly string[] = [], key = 'q1') {
  const one = session([segment(key, posts)])
  return wantedPictures(one, presentFiles(one, new Set(there))).map(
    ({ stem, url }) => `${stem} ${url.slice(-1)}`,
  )
}

test.each<[string, readonly FiledPost[], readonly string[], readonly string[]]>([
  ['each picture once, numbered', [shown('7', [a, b]), shown('8', [a])], [], ['7-1 a', '7-2 b']],
  ['those of a quoted post', [shown('7', [], { quoted: post({ id: '5', media: [b] }) })], [], ['5-1 b']],
  ['none that is there', [shown('7', [photo(a.url, '7-1.jpg'), b])], ['7-1.jpg'], ['7-2 b']],
  ['one whose file is gone', [shown('7', [photo(a.url, '7-1.jpg')])], [], ['7-1 a']],
  ['none that another post has', [shown('7', [photo(a.url, '7-1.jpg')]), shown('8', [a])], ['7-1.jpg'], []],
  [
    'the next number where an edit moved a picture',
    [shown('7', [b, photo(a.url, '7-1.jpg')])],
    ['7-1.jpg'],
    ['7-2 b'],
  ],
  ['none without an address', [shown('7', [photo(''), photo('', 'mine.png')])], [], []],
  ['none of a hidden post', [filed(post({ id: '7', media: [a] }), { hidden: true })], [], []],
  ['none of a sensitive post', [shown('7', [a], { sensitive: true })], [], []],
])('wanted: %s', (_what, posts, there, expected) => expect(wanted(posts, there)).toEqual(expected))

test('what is outside the chat has no pictures', () => {
  expect(wanted([shown('7', [a])], [], 'outside')).toEqual([])
})

describe('files', () => {
  const named = (posts: readonly FiledPost[], files: Record<string, string>, there: readonly string[]) =>
    withFiles(
      session([segment('q1', posts)]),
      new Map(Object.entries(files)),
      new Set(there),
    ).segments[0]?.posts.map(({ post }) => post.media.map(({ file }) => file))

  test.each<[string, Media, Record<string, string>, readonly string[], string | undefined]>([
    ['a new one is named', a, { [a.url]: '7-1.jpg' }, ['7-1.jpg'], '7-1.jpg'],
    ['one that failed has no name', a, {}, [], undefined],
    ['a name without a file goes', photo(a.url, '7-1.jpg'), {}, [], undefined],
    [
      "the host's own name stays",
      photo(a.url, 'wall.png'),
      { [a.url]: '7-1.jpg' },
      ['wall.png', '7-1.jpg'],
      'wall.png',
    ],
    ["the host's own picture stays", photo('', 'wall.png'), {}, [], 'wall.png'],
  ])('%s', (_what, media, files, there, expected) => {
    expect(named([shown('7', [media])], files, there)).toEqual([[expected]])
  })

  test('a hidden post is left as it is', () => {
    const hidden = filed(post({ media: [a] }), { hidden: true })
    expect(named([hidden], { [a.url]: '7-1.jpg' }, ['7-1.jpg'])).toEqual([[undefined]])
  })
})

describe('names', () => {
  // biome-ignore format: a table
  test.each([
    ['15753158659665920', '15753158659665920'],
    ['mastodon:1234', /^mastodon-[0-9a-f]{16}$/],
    ['bluesky:at://did:plc:abc/app.bsky.feed.post/3k', /^bluesky-[0-9a-f]{16}$/],
    ['../../etc/passwd', /^x-[0-9a-f]{16}$/],
    ['..:..\\..\\con', /^post-[0-9a-f]{16}$/],
    ['mail:\u0000\u202e/', /^mail-[0-9a-f]{16}$/],
    ['9'.repeat(400), /^x-[0-9a-f]{16}$/],
    ['', /^x-[0-9a-f]{16}$/],
  ])('of post %j', (id, expected) => {
    expect(nameStart(id)).toMatch(expected)
    expect(isPictureName(`${nameStart(id)}-1.jpg`)).toBe(true)
  })

  test('ids that differ in case only differ on every file system', () => {
    expect(nameStart('bluesky:aB').toLowerCase()).not.toBe(nameStart('bluesky:Ab').toLowerCase())
  })

  test.each(['map.png', '7-1.gif', '7-0.jpg', '7.jpg', '../7-1.jpg', '7-1.jpg.exe', '7-1.jpg\n', 'x-1.jpg'])(
    '%j is none of ours',
    (name) => expect(isPictureName(name)).toBe(false),
  )

  test('a stem is the name without its ending', () => expect(stemOf('7-12.png')).toBe('7-12'))
})

test.each([
  [4096, 3072, { width: 640, height: 480 }],
  [640, 400, { width: 640, height: 400 }],
  [20, 10, { width: 20, height: 10 }],
  [100, 6400, { width: 40, height: 2560 }],
  [100_000, 1, { width: 640, height: 1 }],
  [0, 10, undefined],
  [undefined, 10, undefined],
])('a picture of %s by %s is kept as %o', (width, height, expected) => {
  expect(keptSize({ width, height })).toEqual(expected)
})
