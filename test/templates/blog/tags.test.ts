import { expect, test } from 'vitest'
import { tagsOf } from '../../../templates/parts/blog/tags.ts'
import { chat } from '../../builders.ts'

test.each<[readonly string[], readonly string[]]>([
  [[], ['lgovsm lgovsm', '2010 2010']],
  [
    ['Snow days', 'snow-days'],
    ['lgovsm lgovsm', '2010 2010', 'Snow days snow-days'],
  ],
  [
    ['LGOVSM', '2010'],
    ['lgovsm lgovsm', '2010 2010'],
  ],
  [['Cyngor Sir Ynys Môn'], ['lgovsm lgovsm', '2010 2010', 'Cyngor Sir Ynys Môn cyngor-sir-ynys-môn']],
  [
    ['../../x', '<b>'],
    ['lgovsm lgovsm', '2010 2010', '../../x x', '<b> b'],
  ],
  [
    ['con', '…', '  '],
    ['lgovsm lgovsm', '2010 2010', 'con con_'],
  ],
  [['\ud800x'.repeat(40)], ['lgovsm lgovsm', '2010 2010', expect.stringMatching(/ x(-x){1,29}$/)]],
])('topics %j make the tags %j', (tags, expected) => {
  const found = tagsOf(chat(), { date: '2010-12-17', tags })
  expect(found.map(({ name, slug }) => `${name} ${slug}`)).toEqual(expected)
})
