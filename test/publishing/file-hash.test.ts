import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileHash, hashSite } from '../../scripts/publishing/file-hash.ts'
import { siteOf } from './site.ts'

test('a file is known by the hash that lists at hosts have of it already', () => {
  expect(fileHash(Buffer.from('home'))).toBe('TqFAWIFQdzzjqs54')
})

test('every file of a site, in the order of its name, a link by what it leads to', () => {
  const { root, remove } = siteOf({ 'b/index.html': 'home', 'index.html': 'home', 'a/é.png': '' })
  symlinkSync(join(root, 'dist/index.html'), join(root, 'dist/b.html'))
  expect([...hashSite(join(root, 'dist'))].map(([file, { bytes }]) => [file, bytes])).toEqual([
    ['a/é.png', 0],
    ['b.html', 4],
    ['b/index.html', 4],
    ['index.html', 4],
  ])
  expect(hashSite(join(root, 'nowhere'))).toEqual(new Map())
  remove()
})
