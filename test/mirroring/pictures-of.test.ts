import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { picturesOf } from '../../scripts/mirroring/pictures-of.ts'
import type { Media } from '../../scripts/model/post.ts'
import { chat, filed, post, segment, session } from '../builders.ts'
import { scratch } from '../commands/command.ts'

const photo = (file: string): Media => ({ kind: 'photo', url: '', file, alt: 'A', width: 1, height: 1 })
const media = ['1.jpg', 'gone.jpg', '../index.md'].map(photo)
const said = session([segment('q1', [filed(post({ media }))])])

test('pictures are known by their bytes, wherever they lie', () => {
  const folder = 'content/lgovsm/2010-12-17'
  const here = scratch({ [`${folder}/media/1.jpg`]: 'one', [`${folder}/index.md`]: '' })
  const there = scratch({ [`${folder}/media/1.jpg`]: 'one' })
  const digest = (root: string) => picturesOf(root, chat(), said).get('1.jpg')?.digest
  expect([...picturesOf(here.root, chat(), said).keys()]).toEqual(['1.jpg'])
  expect(digest(here.root)).toBe(digest(there.root))
  writeFileSync(join(there.root, folder, 'media/1.jpg'), 'two')
  expect(digest(there.root)).not.toBe(digest(here.root))
  here.remove()
  there.remove()
})
