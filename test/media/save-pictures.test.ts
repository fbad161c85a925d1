import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { requireTimes } from '../../scripts/fetching/require-times.ts'
import { saveSession } from '../../scripts/fetching/save-session.ts'
import type { Download } from '../../scripts/media/download.ts'
import { NoPicture } from '../../scripts/media/no-picture.ts'
import { savePictures } from '../../scripts/media/save-pictures.ts'
import type { Chat } from '../../scripts/model/chat.ts'
import type { Media, Post } from '../../scripts/model/post.ts'
import type { Progress } from '../../scripts/terminal/progress.ts'
import { chat, post } from '../builders.ts'
import { runIn, scratch } from '../commands/command.ts'
import { chart, photo as noisy } from './pictures.ts'

const date = '2010-12-17'
const folder = `content/lgovsm/${date}`
const pictures: Readonly<Record<string, Uint8Array>> = {
  'https://pbs.test/a': await noisy(320, 200).jpeg().toBuffer(),
  'https://pbs.test/b': await chart(320, 200).png().toBuffer(),
  'https://pbs.test/c': Buffer.from('<svg/>'),
}

function photo(name: string, options: Partial<Media> = {}): Media {
  const url = `https://pbs.test/${name}`
  return { kind: 'photo', url, file: undefined, alt: undefined, width: 320, height: 200, ...options }
}

const first = post({ at: '13:02:00', by: 'ann', media: [photo('a', { alt: 'Snow' }), photo('b')] })
const second = post({ at: '13:03:00', by: 'ben', media: [photo('c')] })

let root = ''
let asked: string[] = []
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pictures-'))
  mkdirSync(join(root, 'content/lgovsm'), { recursive: true })
  asked = []
})
afterEach(() => rmSync(root, { recursive: true }))

const read = (name: string) => readFileSync(join(root, folder, name), 'utf8')
const media = () =>
  existsSync(join(root, folder, 'media')) ? readdirSync(join(root, folder, 'media')).sort() : []
const edit = (name: string, from: string | RegExp, to: string) => {
  expect(read(name)).toMatch(from)
  writeFileSync(join(root, folder, name), read(name).replace(from, to))
}

function savePosts(posts: readonly Post[]): void {
  const lgovsm = chat()
  const times = requireTimes(lgovsm, date)
  saveSession({ root, chat: lgovsm, times, posts, readTo: undefined, adopt: false, dryRun: false })
}

const bring: Download = async (url) => {
  asked.push(url.slice(-1))
  const bytes = pictures[url]
  if (!bytes) throw new NoPicture('it is not there any more')
  return { bytes, type: '' }
}

const quiet: Progress = { start: () => {}, advance: () => {}, done: () => {}, close: () => {} }

function save(
  options: { download?: Download; chat?: Chat; dryRun?: boolean; dates?: string[]; now?: string } = {},
) {
  const { dates = [date], now, ...rest } = options
  return savePictures({
    root,
    chat: chat(),
    dates,
    now,
    download: bring,
    dryRun: false,
    progress: quiet,
    ...rest,
  })
}

test('pictures are saved with their names in the posts; what failed keeps its address and is tried again', async () => {
  savePosts([first, second])
  const ledger = read('ledger.json')
  expect(await save()).toEqual([
    `${date}: 2 pictures saved in ${folder}/media/`,
    '  not saved: https://pbs.test/c: it is no picture (JPEG, PNG, WebP or GIF); the next run tries again',
  ])
  expect(media()).toEqual([`${first.id}-1.jpg`, `${first.id}-2.png`])
  expect(read('q1.md')).toContain(`![Snow](<media/${first.id}-1.jpg> "photo 320x200 https://pbs.test/a")`)
  expect(read('q1.md')).toContain('![](<https://pbs.test/c> "photo 320x200")')
  expect(read('ledger.json')).toBe(ledger)
  const files = readdirSync(join(root, folder)).sort()
  asked = []
  await save()
  expect(asked).toEqual(['c'])
  expect(readdirSync(join(root, folder)).sort()).toEqual(files)
})

test('reading the posts again leaves the pictures as they are', async () => {
  savePosts([first])
  await save()
  const text = read('q1.md')
  savePosts([first])
  asked = []
  expect(await save()).toEqual([])
  expect([read('q1.md'), asked]).toEqual([text, []])
})

test('the picture of a quoted post stays when the quoting post is edited', async () => {
  const quoted = post({ at: '12:00:00', by: 'cat', media: [photo('b')] })
  savePosts([post({ at: '13:02:00', quotes: quoted.id, quoted })])
  await save()
  savePosts([post({ at: '13:02:00', quotes: quoted.id, quoted: { ...quoted, text: ['Edited'] } })])
  asked = []
  await save()
  expect([media(), asked]).toEqual([[`${quoted.id}-1.png`], []])
  expect(read('q1.md')).toContain('Edited')
})

test('a picture that an edit took away goes, and the new one does not take its name', async () => {
  savePosts([first])
  await save()
  savePosts([{ ...first, media: [photo('b')] }])
  expect(await save()).toEqual([`${date}: 1 picture that no post shows any more removed`])
  expect(media()).toEqual([`${first.id}-2.png`])
})

test("the pictures of a post that the host deleted go; the host's own files stay", async () => {
  savePosts([first, post({ at: '13:10:00' })])
  await save()
  writeFileSync(join(root, folder, 'media/map.png'), 'mine')
  edit('q1.md', /### \[@ann\][\s\S]*?(?=### )/, '')
  await save()
  expect(media()).toEqual(['map.png'])
})

test('a picture that the host shows in words of their own stays, though its post is gone', async () => {
  savePosts([first, post({ at: '13:10:00' })])
  await save()
  edit('q1.md', /### \[@ann\][\s\S]*?(?=### )/, '')
  edit('index.md', /$/, `\n![The wall](media/${first.id}-2.png)\n`)
  await save()
  expect(media()).toEqual([`${first.id}-2.png`])
})

test('a file that was lost is fetched again', async () => {
  savePosts([first])
  await save()
  const lost = join(root, folder, 'media', `${first.id}-1.jpg`)
  const bytes = readFileSync(lost)
  rmSync(lost)
  asked = []
  await save()
  expect(asked).toEqual(['a'])
  expect(readFileSync(lost).equals(bytes)).toBe(true)
})

test('where the host wants a post moved, it is moved and nothing of the wish is lost', async () => {
  savePosts([first, post({ at: '13:30:00' })])
  edit('q1.md', `id=${first.id} `, `id=${first.id} q=2 `)
  await save()
  expect(read('q2.md')).toContain(`media/${first.id}-1.jpg`)
  expect(read('q1.md')).not.toContain(first.id)
})

test.each<[string, string, Partial<Chat>, string[]]>([
  ['none in chat.yaml', '', { media: 'none' }, []],
  ['none in site.yaml', 'media: none\n', {}, []],
  ['none in site.yaml, but not for this chat', 'media: none\n', { media: 'small' }, ['a', 'b']],
])('media: %s', async (_what, site, settings, expected) => {
  writeFileSync(join(root, 'content/site.yaml'), site)
  savePosts([first])
  await save({ chat: chat(settings) })
  expect(asked).toEqual(expected)
})

test('a dry run fetches nothing', async () => {
  savePosts([first])
  expect([await save({ dryRun: true }), asked]).toEqual([[], []])
})

test.each([
  ['2010-12-18T00:00:00Z', ['a', 'b']],
  ['2010-12-31T12:00:00Z', ['a', 'b']],
  ['2011-01-01T12:00:00Z', []],
])('at %s a session that is not read again is looked after: %j', async (now, expected) => {
  savePosts([first])
  await save({ dates: [], now })
  expect(asked).toEqual(expected)
})

test('an older session that cannot be read is named, and holds up no other', async () => {
  savePosts([first])
  edit('q1.md', /<!-- id=/, '<!-- idd=')
  expect(await save({ dates: [], now: '2010-12-18T00:00:00Z' })).toEqual([
    expect.stringMatching(new RegExp(`note: no pictures for ${date}: ${folder}/q1.md:\\d+: `)),
  ])
  await expect(save()).rejects.toThrow(`${folder}/q1.md`)
})

test('a host that is silent three times is asked no more', async () => {
  savePosts([post({ media: 'abcdefg'.split('').map((name) => photo(name)) })])
  const silent: Download = async (url) => {
    asked.push(url.slice(-1))
    throw new NoPicture('it took too long', { isUnreachable: true })
  }
  expect(await save({ download: silent })).toEqual([
    `${date}: no picture saved`,
    '  not saved: https://pbs.test/a and 2 more: it took too long; the next run tries again',
    '  not saved: https://pbs.test/d and 3 more: its server did not answer for the ones before it; the next run tries again',
  ])
  expect(asked).toEqual(['a', 'b', 'c'])
})

test('the sample brings its pictures from this machine, once', async () => {
  const settings = 'sample: yes\nhashtags: "#lgovsm"\nhosts: lgovsm_sample\nfirst: 2010-12-17\n'
  const made = scratch({ 'content/lgovsm/chat.yaml': settings })
  const first = await runIn(made.root, 'fetch')
  const names = readdirSync(join(made.root, folder, 'media'))
  const again = await runIn(made.root, 'fetch')
  made.remove()
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toContain(`${date}: 3 pictures saved in ${folder}/media/`)
  expect(names).toHaveLength(3)
  expect(again.out).not.toContain('pictures')
})
