import { expect, test } from 'vitest'
import { isOffTheRecord, onTheRecord } from '../../../scripts/model/segmentation/off-the-record.ts'
import { chat, post } from '../../builders.ts'

test.each([
  ['Between us #offtherecord', true],
  ['Between us #OffTheRecord, please', true],
  ['Between us ＃offtherecord', true],
  ['#offtherecord', true],
  ['(#offtherecord) between us', true],
  ['Off the record, between us', false],
  ['#offtherecords are my band', false],
  ['see example.org/#offtherecord', false],
])('%s', (text, expected) => {
  expect(isOffTheRecord(post({ text }), chat())).toBe(expected)
})

test('a chat has its own word, or none', () => {
  const item = post({ text: 'Rhyngom ni #cyfrinach' })
  expect(isOffTheRecord(item, chat({ offTheRecord: '#cyfrinach' }))).toBe(true)
  expect(isOffTheRecord(item, chat({ offTheRecord: '' }))).toBe(false)
})

test('nothing of it is stored, also where somebody quotes it', () => {
  const secret = post({ id: '1', text: 'Between us #offtherecord' })
  const quoting = post({ id: '2', text: 'Well said', quotes: '1', quoted: secret })
  const open = post({
    id: '3',
    text: 'As agreed',
    quotes: '4',
    quoted: post({ id: '4', text: 'In the open' }),
  })
  expect(onTheRecord([secret, quoting, open], chat())).toEqual([{ ...quoting, quoted: undefined }, open])
})
