import { expect, test } from 'vitest'
import { isOffTheRecord } from '../../../scripts/model/segmentation/off-the-record.ts'
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
