import { expect, test } from 'vitest'
import { addParagraph, describePicture, hidePost, wishPlace } from '../../scripts/reviewing/edit-text.ts'

const block =
  '### @sam · 13:02:11\n<!-- id=1 at=2010-12-17T13:02:11Z why=border -->\n\n![](<media/1.png> "photo")\n'
const windows = block.replaceAll('\n', '\r\n')

// biome-ignore format: a table
test.each<[what: string, edit: (text: string) => string, from: string, to: string]>([
  ['a question', (text) => wishPlace(text, 0, 'q2'), 'why=border', 'why=border q=2'],
  ['a lane', (text) => wishPlace(text, 0, 'outside'), 'why=border', 'why=border q=outside'],
  ['another question', (text) => wishPlace(wishPlace(text, 0, 'q2'), 0, 'q3'), 'why=border', 'why=border q=3'],
  ['hide', (text) => hidePost(text, 0), 'why=border', 'why=border hide'],
  ['hide twice', (text) => hidePost(hidePost(text, 0), 0), 'why=border', 'why=border hide'],
  ['a description', (text) => describePicture(text, 3, 'A map'), '![]', '![A map]'],
  ['a hostile description', (text) => describePicture(text, 3, '$& ](x) <b>'), '![]', '![$& \\](x) \\<b>]'],
])('%s changes its line and no other', (_, edit, from, to) => {
  expect(edit(block)).toBe(block.replace(from, () => to))
  expect(edit(windows)).toBe(windows.replace(from, () => to))
})

test('a paragraph goes to the end', () =>
  expect(addParagraph('---\n---\n\n', 'Two.')).toBe('---\n---\n\nTwo.\n'))
