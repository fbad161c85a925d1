import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Place } from '../../scripts/publishing/place.ts'
import { publishFolder } from '../../scripts/publishing/publish-folder.ts'
import { putFile } from '../../scripts/publishing/put-file.ts'
import { noProgress, put, setSite, siteOf, textsIn } from './site.ts'

const first = {
  'index.html': '<a href="lgovsm/index.html">',
  'lgovsm/index.html': 'one',
  'lgovsm/2010-12-10/index.html': 'the tenth',
}
const second = {
  ...first,
  'lgovsm/index.html': 'one, two',
  'lgovsm/2010-12-17/index.html': 'the seventeenth',
}

let root = ''
let remove = () => {}
let target = ''
beforeEach(() => {
  ;({ root, remove } = siteOf(first))
  target = join(root, '../public space')
})
afterEach(() => remove())

function publish(options: Partial<Parameters<typeof publishFolder>[0]> = {}): Promise<string[]> {
  const path = '../public space'
  return publishFolder({ root, path, force: false, dryRun: false, progress: noProgress, ...options })
}

test('a folder that is not there is made; again nothing is written', async () => {
  expect(await publish()).toEqual(['../public space: 3 new, 0 changed, 0 removed, 0.0 kB; 0 as they were'])
  expect(textsIn(target)).toEqual(first)
  const before = statSync(join(target, 'index.html')).mtimeMs
  expect(await publish()).toEqual(['../public space: 3 files, all as they were'])
  expect(statSync(join(target, 'index.html')).mtimeMs).toBe(before)
})

test('only what differs by content is written, and what is gone is removed with its folder', async () => {
  await publish()
  setSite(root, second)
  const written: string[] = []
  const note: Place['put'] = async (data, file) => {
    written.push(file)
    putFile(data, join(target, file))
  }
  await publish({ put: note })
  const [list, next] = ['.archive-files.json', '.archive-files.next.json']
  expect(written).toEqual([next, 'lgovsm/2010-12-17/index.html', 'lgovsm/index.html', list])
  expect(existsSync(join(target, next))).toBe(false)
  setSite(root, first)
  expect(await publish()).toEqual([expect.stringMatching(/0 new, 1 changed, 1 removed/)])
  expect(textsIn(target)).toEqual(first)
})

test('a dry run names the files and writes nothing', async () => {
  await publish()
  setSite(root, second)
  expect(await publish({ dryRun: true })).toEqual([
    expect.stringMatching(/^\.\.\/public space: would be 1 new, 1 changed, 0 removed/),
    '  new      lgovsm/2010-12-17/index.html',
    '  changed  lgovsm/index.html',
  ])
  expect(textsIn(target)).toEqual(first)
})

test.each([0, 1, 2, 3, 4, 5])(
  'after %d files the disk is full: the site there works, and the next run goes on',
  async (most) => {
    await publish()
    setSite(root, {
      ...second,
      'lgovsm/2010-12-24/index.html': 'the 24th',
      'index.html': '<a href="lgovsm/index.html">2',
    })
    let count = 0
    const full: Place['put'] = async (data, file) => {
      if (count++ === most) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      putFile(data, join(target, file))
    }
    await expect(publish({ put: full })).rejects.toThrow(
      '../public space: there is no room left: make some; the site there works as before, and the same command goes on where this one stopped',
    )
    const there = textsIn(target)
    expect(there).toMatchObject({ 'lgovsm/2010-12-10/index.html': 'the tenth' })
    if (there['lgovsm/index.html'] !== first['lgovsm/index.html']) {
      expect(there).toHaveProperty(['lgovsm/2010-12-17/index.html'])
    }
    await publish()
    expect(textsIn(target)).toEqual(textsIn(join(root, 'dist')))
    expect((await publish())[0]).toMatch(/all as they were/)
  },
)

test('what breaks off twice is known as ours all the same', async () => {
  for (const time of ['once', 'twice']) {
    let count = 0
    const full: Place['put'] = async (data, file) => {
      if (count++ > 1) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      putFile(data, join(target, file))
    }
    await expect(publish({ put: full }), time).rejects.toThrow('there is no room left')
  }
  setSite(root, { ...first, 'lgovsm/2010-12-10/index.html': 'the tenth, corrected' })
  await publish()
  expect(textsIn(target)).toEqual(textsIn(join(root, 'dist')))
})

test('a run that Ctrl-C ends goes on next time', async () => {
  const controller = new AbortController()
  const stop: Place['put'] = async (data, file) => {
    putFile(data, join(target, file))
    if (file.endsWith('index.html')) controller.abort(new Error('Stopped.'))
  }
  await expect(publish({ put: stop, signal: controller.signal })).rejects.toThrow('Stopped.')
  expect(Object.keys(textsIn(target))).toHaveLength(1)
  expect(await publish()).toEqual([expect.stringMatching(/2 new/)])
})

test('what stands there and is not ours is refused; with --force it stays', async () => {
  put(join(target, 'diary/today.txt'), 'Dear diary')
  await expect(publish()).rejects.toThrow(/holds files that are not the archive's \(diary\)/)
  await publish({ force: true })
  expect(textsIn(target)).toEqual({ ...first, 'diary/today.txt': 'Dear diary' })
  setSite(root, second)
  await publish()
  expect(textsIn(target)).toEqual({ ...second, 'diary/today.txt': 'Dear diary' })
})

test('a file of the same name that somebody else put there is not written over without --force', async () => {
  await publish()
  put(join(target, 'lgovsm/2010-12-17/index.html'), 'theirs')
  setSite(root, second)
  await expect(publish()).rejects.toThrow(/2010-12-17\/index\.html: somebody else put this file here/)
  await publish({ force: true })
  expect(textsIn(target)).toEqual(second)
})

test('files of a server are not in the way', async () => {
  put(join(target, '.htaccess'), 'Options -Indexes')
  await publish()
  expect(textsIn(target)).toEqual({ ...first, '.htaccess': 'Options -Indexes' })
})

test.each(['.', '..', '/', 'dist', 'content/x', 'scripts', '.git'])(
  '%s is no place for a site, even with --force',
  async (path) => {
    await expect(publish({ path, force: true })).rejects.toThrow(/the project/)
  },
)

test('most of what stands there goes only with --force: it may be another archive', async () => {
  const pages = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`other/${n}.html`, 'theirs']))
  setSite(root, pages)
  await publish()
  setSite(root, first)
  await expect(publish()).rejects.toThrow(/30 of the 30 files there would be removed, such as other\/9\.html/)
  expect(Object.keys(textsIn(target))).toHaveLength(30)
  await publish({ force: true })
  expect(textsIn(target)).toEqual(first)
})

test('a link to the project is seen through', async () => {
  symlinkSync(root, target)
  await expect(publish({ force: true })).rejects.toThrow(/holds the project itself/)
})

test('a list that leads out of the folder removes nothing outside', async () => {
  const outside = join(root, '../precious.txt')
  put(outside, 'precious')
  mkdirSync(target)
  const names = ['../precious.txt', outside, 'a/../../precious.txt', '']
  const files = Object.fromEntries(names.map((name) => [name, '']))
  writeFileSync(join(target, '.archive-files.json'), JSON.stringify({ format: 1, files }))
  await publish()
  expect(readFileSync(outside, 'utf8')).toBe('precious')
})

test('a torn list, and a file in the place of the folder, are told', async () => {
  put(target, 'a file')
  await expect(publish()).rejects.toThrow(/a file stands where a folder should be/)
  remove()
  ;({ root, remove } = siteOf(first))
  target = join(root, '../public space')
  put(join(target, '.archive-files.json'), '{"format":1,"fi')
  await expect(publish()).rejects.toThrow(/cannot be read: delete it/)
})
