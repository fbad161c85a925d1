import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderPlace } from '../../scripts/publishing/folder-place.ts'
import type { Place } from '../../scripts/publishing/place.ts'
import { publishFiles } from '../../scripts/publishing/publish-files.ts'
import { noProgress, put, setSite, siteOf, textsIn } from './site.ts'

/** A place that is known by its list alone, as a server is. */

const site = { 'index.html': 'home', 'lgovsm/index.html': 'one', 'lgovsm/old/index.html': 'old' }
const { 'lgovsm/old/index.html': _, ...without } = site
const [list, note] = ['.archive-files.json', '.archive-files.next.json']

let root = ''
let remove = () => {}
let target = ''
beforeEach(() => {
  ;({ root, remove } = siteOf(site))
  target = join(root, '../public')
})
afterEach(() => remove())

function place(changes: Partial<Place> = {}): Place {
  return { ...folderPlace(target, 'sftp://anna@host:2222/site'), hash: undefined, ...changes }
}

function publish(to: Place = place(), isDryRun = false): Promise<string[]> {
  return publishFiles(to, { root, force: false, dryRun: isDryRun, progress: noProgress })
}

/** Breaks off in the place of writing this file. */
function breakingAt(file: string): Place {
  const { put: write } = place()
  return place({
    put: (data, name) => (name === file ? Promise.reject(new Error('broken')) : write(data, name)),
  })
}

test('a page that a run removed before it broke off is sent when it is back', async () => {
  await publish()
  setSite(root, without)
  await expect(publish(breakingAt(list))).rejects.toThrow('broken')
  expect(textsIn(target)).toEqual(without)
  setSite(root, site)
  await publish()
  expect(textsIn(target)).toEqual(site)
})

test('where a run broke off with all in its place, the next one takes its note away and renews the list', async () => {
  await publish()
  const before = readFileSync(join(target, list), 'utf8')
  setSite(root, { ...site, 'index.html': 'home, anew' })
  const { hash } = folderPlace(target, '')
  await expect(publish({ ...breakingAt(list), hash })).rejects.toThrow('broken')
  expect(existsSync(join(target, note))).toBe(true)
  expect(await publish(place({ hash }))).toEqual([expect.stringMatching(/3 files, all as they were$/)])
  expect(existsSync(join(target, note))).toBe(false)
  expect(readFileSync(join(target, list), 'utf8')).not.toBe(before)
  expect(await publish()).toEqual([expect.stringMatching(/3 files, all as they were$/)])
})

test('a dry run over what broke off writes nothing', async () => {
  await expect(publish(breakingAt(list))).rejects.toThrow('broken')
  await publish(place(), true)
  expect(existsSync(join(target, note))).toBe(true)
})

const meanwhile =
  /^dist\/lgovsm\/index\.html: the site was built anew meanwhile, and not all of it was checked: run the command again$/

const { 'lgovsm/index.html': gone, ...rest } = site

test.each<[string, Readonly<Record<string, string>>]>([
  ['altered', { ...site, 'lgovsm/index.html': `not checked ${gone}` }],
  ['taken away', rest],
])('what is %s after it was looked at is not sent', async (_, built) => {
  const { put: write } = place()
  const building = place({
    put: async (data, name) => {
      setSite(root, built)
      await write(data, name)
    },
  })
  await expect(publish(building)).rejects.toThrow(meanwhile)
  expect(textsIn(target)).not.toHaveProperty(['lgovsm/index.html'])
  setSite(root, site)
  await publish()
  expect(textsIn(target)).toEqual(site)
})

test.each([
  ['before', []],
  ['while', ['lgovsm/index.html']],
])('what is altered %s many are sent at once is not taken for sent', async (when, there) => {
  const { put: write } = place()
  const build = () => writeFileSync(join(root, 'dist/lgovsm/index.html'), 'not checked')
  const many = place({
    findPutMany: async () => {
      if (when === 'before') build()
      return async (files) => {
        build()
        for (const file of files) await write(readFileSync(join(root, 'dist', file)), file)
      }
    },
  })
  await expect(publish(many)).rejects.toThrow(meanwhile)
  expect(Object.keys(textsIn(target)).filter((file) => file === 'lgovsm/index.html')).toEqual(there)
  setSite(root, site)
  await publish()
  expect(textsIn(target)).toEqual(site)
})

test('a torn list is named by its address', async () => {
  put(join(target, list), '{"format":1,"fi')
  await expect(publish()).rejects.toThrow(
    /^sftp:\/\/anna@host:2222\/site\/\.archive-files\.json: the list .* cannot be read/,
  )
})
