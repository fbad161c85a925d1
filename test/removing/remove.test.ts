import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openArchive } from '../../scripts/content/archive.ts'
import { readEnv } from '../../scripts/content/env-file.ts'
import { keyName } from '../../scripts/content/removed-list.ts'
import type { Author, Post } from '../../scripts/model/post.ts'
import { remove } from '../../scripts/removing/remove.ts'
import { buildSite } from '../../scripts/site/build-site.ts'
import { chat, post } from '../builders.ts'
import { allFiles, scratchArchive } from './scratch.ts'

const lgovsm = chat({ hosts: ['host'] })
const nhssm = chat({ name: 'nhssm', hashtags: ['#nhssm'] })
const secret = 'a key that nobody knows, 32 letters'

const ann: Author = { id: '71', handle: 'ann', name: 'Ann Oakapple' }
const renamed: Author = { id: '71', handle: 'Ann_O', name: 'Ann O' }
const on = (date: string, time: string) => `${date}T${time}Z`
const picture = {
  kind: 'photo',
  url: 'https://pbs.twimg.com/a.jpg',
  file: 'a.jpg',
  alt: 'Icicles',
  width: 1,
  height: 1,
} as const

// Ann in three sessions of two chats, under two names, quoted in one of them by somebody else.
const first = post({
  at: on('2010-12-03', '13:04:00'),
  author: ann,
  text: 'A1 Oakapples first #lgovsm',
  media: [picture],
})
const second = post({ at: on('2010-12-10', '13:04:00'), author: renamed, text: 'A1 Oakapples again #lgovsm' })
const third = post({ at: on('2010-12-17', '13:04:00'), author: ann, text: 'Oakapples elsewhere #nhssm' })
const nameless = post({
  at: on('2010-12-17', '15:04:00'),
  author: { ...ann, id: undefined },
  text: 'Oakapples late #nhssm',
})
const link = {
  url: 'https://t.co/q',
  target: `https://x.com/ann/status/${first.id}`,
  display: 'x.com/ann/status/1…',
}
const quoting = post({
  at: on('2010-12-17', '13:09:00'),
  by: 'ben',
  text: ['As was said #nhssm ', link],
  quotes: first.id,
  quoted: first,
})
const reply = post({
  at: on('2010-12-03', '13:05:00'),
  by: 'ben',
  text: '@ann Yes, @Ann #lgovsm',
  replyTo: first.id,
  replyToUser: '71',
})
const namesake = post({ at: on('2010-12-03', '13:06:00'), by: 'annabel', text: 'A1 Me too #lgovsm' })
const day = {
  '2010-12-03': [first, reply, namesake],
  '2010-12-10': [second, post({ at: on('2010-12-10', '13:08:00'), by: 'ben' })],
  '2010-12-17': [third, nameless, quoting],
}

const archive = { current: scratchArchive([]) }
beforeEach(() => {
  archive.current.remove()
  archive.current = scratchArchive([lgovsm, nhssm])
  archive.current.save(lgovsm, '2010-12-03', day['2010-12-03'])
  archive.current.save(lgovsm, '2010-12-10', day['2010-12-10'])
  archive.current.save(nhssm, '2010-12-17', day['2010-12-17'])
  archive.current.write('content/lgovsm/2010-12-03/media/a.jpg', 'a picture')
  archive.current.write('content/nhssm/2010-12-17/media/a.jpg', 'a picture')
  process.env[keyName] = secret
})
afterEach(() => {
  delete process.env[keyName]
  archive.current.remove()
})

const run = (target: string, options: { dryRun?: boolean; secret?: string | undefined } = {}) =>
  remove({ root: archive.current.root, target, secret, dryRun: false, ...options })
const content = () => JSON.stringify(archive.current.files())
const saved = (posts: readonly Post[]) => archive.current.save(lgovsm, '2010-12-10', posts)

describe('a person', () => {
  test('goes from every session of every chat, with pictures and quoted copies', () => {
    const lines = run('@ANN')
    expect(lines).toEqual([
      'content/lgovsm/2010-12-03/: 1 post, 1 picture, what 1 other post quoted or pointed to removed',
      'content/lgovsm/2010-12-10/: 1 post removed',
      'content/nhssm/2010-12-17/: 2 posts, 1 picture, what 1 other post quoted or pointed to removed',
      'content/removed.json: this person is kept out of every later fetch, by a code that names nobody',
      expect.stringContaining('Still named in 1 line: what others said'),
      expect.stringMatching(/^ {2}content\/lgovsm\/2010-12-03\/q1\.md:\d+$/),
      expect.stringContaining('npm run build'),
    ])
    expect(content()).not.toMatch(/Oakapple|Ann O|x\.com\/ann\b|user=71|to=71|a\.jpg|Icicles/)
    expect(content()).toContain('@ann Yes, @Ann')
    expect(content()).toContain('annabel')
  })

  test('leaves the address and the thread', () => {
    run('@ann')
    const text = archive.current.read('content/lgovsm/2010-12-03/q1.md')
    expect(text).toContain(
      `### removed · 13:04:00\n<!-- id=${first.id} at=2010-12-03T13:04:00Z text=none removed why=`,
    )
    expect(text).toContain(`reply=${first.id}`)
    const ledger = archive.current.read('content/lgovsm/2010-12-03/ledger.json')
    expect(ledger).toContain(`"${first.id}": {"anchor":"130400","file":"q1"},`)
  })

  test.each([
    ['under the same name', { ...ann }],
    ['under another', { ...ann, handle: 'zoe', name: 'Zoe' }],
    ['where a file gives the name alone', { ...ann, id: undefined }],
  ])('is kept out of later readings %s, quoted or not', (_, author) => {
    run('@ann')
    const before = content()
    const fresh = post({ at: on('2010-12-10', '13:30:00'), author, text: 'Oakapples for ever #lgovsm' })
    const quotes = post({
      at: on('2010-12-10', '13:31:00'),
      by: 'ben',
      text: 'See #lgovsm',
      quotes: fresh.id,
      quoted: fresh,
    })
    saved([...day['2010-12-10'], fresh, quotes])
    expect(content()).not.toContain('Oakapples')
    expect(content()).toContain('See #lgovsm')
    archive.current.save(lgovsm, '2010-12-03', day['2010-12-03'])
    archive.current.save(nhssm, '2010-12-17', day['2010-12-17'])
    expect(content()).not.toMatch(/Oakapple|user=71|to=71/)
    expect(before).not.toBe(content())
  })

  test('who takes a handle over is somebody else', () => {
    run('@ann')
    const other = post({
      at: on('2010-12-10', '13:30:00'),
      author: { ...ann, id: '99' },
      text: 'Newcomer #lgovsm',
    })
    saved([...day['2010-12-10'], other])
    expect(content()).toContain('Newcomer')
  })

  test('of whom no number is known is kept out by the handle', () => {
    archive.current.save(lgovsm, '2010-12-03', [
      ...day['2010-12-03'],
      post({
        at: on('2010-12-03', '13:20:00'),
        author: { id: undefined, handle: 'Dora', name: 'Dora' },
        text: 'Typed in #lgovsm',
      }),
    ])
    run('@dora')
    saved([
      post({
        at: on('2010-12-10', '13:30:00'),
        author: { id: '5', handle: 'dora', name: 'D' },
        text: 'Typed in again #lgovsm',
      }),
    ])
    expect(content()).not.toContain('Typed in')
  })

  test('is named nowhere in the list, and without the key nobody is fetched', () => {
    run('@ann')
    expect(archive.current.read('content/removed.json')).not.toMatch(/ann|"71"|x:71/i)
    delete process.env[keyName]
    expect(() => saved([])).toThrow(/without REMOVAL_KEY nobody can tell who/)
    process.env[keyName] = 'another key than the one before'
    expect(() => saved([])).toThrow(/REMOVAL_KEY is another key/)
    expect(() => run('@ben', { secret: undefined })).toThrow(/REMOVAL_KEY/)
  })

  test('gets the list its key, once', () => {
    const lines = run('@ann', { secret: undefined })
    expect(lines.join('\n')).toContain('.env: REMOVAL_KEY is new')
    const key = readEnv(archive.current.root)[keyName]
    expect(key).toMatch(/^[\w-]{43}$/)
    expect(lines.join('\n')).not.toContain(key)
    expect(content()).not.toContain(key)
  })

  test('twice changes nothing', () => {
    run('@ann')
    const before = archive.current.files()
    expect(run('@ann')).toEqual(['@ann: is kept out already: nothing to do'])
    expect(archive.current.files()).toEqual(before)
  })

  test('who never took part is kept out by number, and a handle that nobody has is an error', () => {
    expect(run('user:5')[0]).toBe('content/: there is no post of this person')
    saved([
      ...day['2010-12-10'],
      post({ at: on('2010-12-10', '13:30:00'), author: { id: '5', handle: 'eve', name: 'Eve' } }),
    ])
    expect(content()).not.toContain('Eve')
    expect(() => run('@nobody')).toThrow(/nobody in content\/ has this handle/)
  })

  test('two people of one handle are told apart', () => {
    saved([...day['2010-12-10'], post({ at: on('2010-12-10', '13:30:00'), author: { ...ann, id: '99' } })])
    expect(() => run('@ann')).toThrow(
      'several people have had this handle: say which: user:x:71 or user:x:99',
    )
  })

  test('has no page any more', async () => {
    const { root } = archive.current
    const build = () =>
      buildSite({ archive: openArchive(root), output: join(root, 'dist'), content: join(root, 'content') })
    await build()
    const files = () => Object.keys(allFiles(root, 'dist'))
    expect(files()).toContain('dist/lgovsm/people/ann/index.html')
    expect(files()).toContain('dist/lgovsm/2010-12-03/media/a.jpg')
    run('@ann')
    await build()
    expect(files().filter((name) => /people\/ann\/|\.jpg/.test(name))).toEqual([])
    const pages = JSON.stringify(allFiles(root, 'dist'))
    expect(pages).not.toMatch(/Oakapple|Ann O|x\.com\/ann\b/)
    expect(pages).toContain('<li id=130400><span>13:04\\t<b>removed</b></span>')
  })
})

describe('a post', () => {
  test.each([
    ['by its number', first.id],
    ['by its address on X', `https://twitter.com/ann/status/${first.id}`],
    ['by its address on the site', 'https://example.org/lgovsm/2010-12-03/#130400'],
  ])('%s goes, with its copies in other chats; the rest of the person stays', (_, target) => {
    const lines = run(target, { secret: undefined })
    expect(lines.slice(0, 2)).toEqual([
      'content/lgovsm/2010-12-03/: 1 post, 1 picture removed',
      'content/nhssm/2010-12-17/: 1 picture, what 1 other post quoted or pointed to removed',
    ])
    expect(content()).not.toMatch(/Oakapples first|status\/\d+>\) Ann Oakapple · 13:04:00\\n<!-- id=15756/)
    expect(content()).toContain('Oakapples again')
    const before = archive.current.files()
    archive.current.save(lgovsm, '2010-12-03', day['2010-12-03'])
    archive.current.save(nhssm, '2010-12-17', day['2010-12-17'])
    expect(archive.current.files()).toEqual(before)
    expect(run(first.id)).toEqual([`${first.id}: it is removed already: nothing to do`])
  })

  test('is not brought back where somebody quotes it weeks later', () => {
    run(first.id)
    saved([
      ...day['2010-12-10'],
      post({
        at: on('2010-12-10', '13:31:00'),
        by: 'ben',
        text: ['Remember #lgovsm ', link],
        quotes: first.id,
        quoted: first,
      }),
    ])
    expect(content()).not.toContain('Oakapples first')
    expect(content()).toContain('Remember #lgovsm\\n')
  })

  test('that nobody has is an error, and a dry run writes nothing', () => {
    const before = archive.current.files()
    expect(() => run('99')).toThrow(/there is no such post/)
    expect(run(first.id, { dryRun: true })).toContain('  deletes content/lgovsm/2010-12-03/media/a.jpg')
    expect(run('@ann', { dryRun: true, secret: undefined }).at(-1)).toBe('Nothing was written.')
    expect(archive.current.files()).toEqual(before)
    expect(readEnv(archive.current.root)).toEqual({})
  })

  test('that asked a question takes the heading along, unless the host wrote that', () => {
    const asked = post({
      at: on('2010-12-10', '13:00:05'),
      by: 'host',
      text: 'Q1 What works with oakapples? #lgovsm',
    })
    const other = post({
      at: on('2010-12-10', '13:20:05'),
      by: 'host',
      text: 'Q2 What fails with oakapples? #lgovsm',
    })
    saved([...day['2010-12-10'], asked, other])
    const path = 'content/lgovsm/2010-12-10/q2.md'
    archive.current.write(
      path,
      archive.current.read(path).replace('question: What fails with oakapples?', 'question: On oakapples'),
    )
    run(asked.id)
    run(other.id)
    expect(content()).not.toMatch(/What works|What fails/)
    expect(archive.current.read(path)).toContain('question: On oakapples')
  })

  test('keeps the host’s note and every edit around it', () => {
    const path = 'content/lgovsm/2010-12-03/q1.md'
    const edited = archive.current
      .read(path)
      .replace('A1 Me too', 'A1 Me as well')
      .replace('Oakapples first #lgovsm\n', 'Oakapples first #lgovsm\n\nA note.\n')
    archive.current.write(path, edited)
    run(first.id)
    expect(archive.current.read(path)).toContain('\n\nA note.\n')
    expect(archive.current.read(path)).toContain('A1 Me as well')
    archive.current.save(lgovsm, '2010-12-03', day['2010-12-03'])
    expect(archive.current.read(path)).toContain('A1 Me as well')
    expect(content()).not.toContain('Oakapples first')
  })
})

test('a host who writes `removed` into the comment has done it: the next fetch takes the words away', () => {
  const path = 'content/lgovsm/2010-12-03/q1.md'
  archive.current.write(
    path,
    archive.current.read(path).replace(` at=${first.at}`, ` at=${first.at} removed`),
  )
  const { read } = openArchive(archive.current.root).chats[0] ?? { read: undefined }
  expect(JSON.stringify(read?.('2010-12-03'))).not.toContain('Oakapples first')
  expect(content()).toContain('Oakapples first')
  writeFileSync(join(archive.current.root, `content/lgovsm/2010-12-03/media/${first.id}-1.jpg`), 'a picture')
  archive.current.save(lgovsm, '2010-12-03', day['2010-12-03'])
  expect(archive.current.read(path)).not.toContain('Oakapples first')
  expect(archive.current.read('content/removed.json')).toContain(first.id)
  expect(Object.keys(archive.current.files())).not.toContain(
    `content/lgovsm/2010-12-03/media/${first.id}-1.jpg`,
  )
})

test('answers of X that hold them are forgotten', () => {
  const raw = (date: string, text: string) =>
    archive.current.write(`.cache/raw/lgovsm/${date}/search/001.json`, text)
  raw('2010-12-03', `{"data":[{"id":"${first.id}"}]}`)
  raw('2010-12-10', '{"includes":{"users":[{"username":"Ann"}]}}')
  raw('2010-12-24', '{"includes":{"users":[{"username":"annabel"}]}}')
  const dates = () => Object.keys(allFiles(archive.current.root, '.cache')).map((path) => path.split('/')[3])
  run(first.id)
  expect(dates()).toEqual(['2010-12-10', '2010-12-24'])
  run('@ann')
  expect(dates()).toEqual(['2010-12-24'])
})
