import { expect, test } from 'vitest'
import { tagsOf } from '../../../templates/parts/blog/tags.ts'
import { chat } from '../../builders.ts'

test.each<[readonly string[], readonly unknown[]]>([
  [[], []],
  [['Snow days', 'snow-days'], ['Snow days snow-days']],
  [['LGOVSM', '2010'], []],
  [
    ['Cyngor Sir Ynys Môn', 'ynys mon'],
    ['Cyngor Sir Ynys Môn cyngor-sir-ynys-mon', 'ynys mon ynys-mon'],
  ],
  [['residents’ views'], ['residents’ views residents-views']],
  [['<b>'], ['<b> b']],
  [['con', '…', '../..', '  ', '\ud800'], ['con con_']],
  [['🎄'], [expect.stringMatching(/^🎄 [0-9a-f]{8}$/)]],
  [['سنة 2010'], [expect.stringMatching(/ 2010-[0-9a-f]{8}$/)]],
  [
    ['雪', '雪', '雨'],
    [expect.stringMatching(/^雪 [0-9a-f]{8}$/), expect.stringMatching(/^雨 [0-9a-f]{8}$/)],
  ],
  [['ａ１'], ['ａ１ a1']],
  [['x'.repeat(80)], [expect.stringMatching(/^x+ x{50}-[0-9a-f]{8}$/)]],
])('topics %j make the tags %j', (tags, expected) => {
  const found = tagsOf(chat(), { date: '2010-12-17', tags })
  expect(found.map(({ name, slug }) => `${name} ${slug}`)).toEqual([
    'lgovsm lgovsm',
    '2010 2010',
    ...expected,
  ])
})
