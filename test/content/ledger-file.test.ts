import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findAnchors, formatLedger, parseLedger } from '../../scripts/content/ledger-file.ts'
import type { Ledger, LedgerPost } from '../../scripts/model/ledger.ts'

const plain = ledgerOf([
  ['15745944205127680', { anchor: '123140', file: 'before', fields: { author: '0669909e3b', text: '31' } }],
  ['mail:x', { anchor: '130211-4377', file: 'q1', fields: {} }],
])

test('anchors are read of a ledger as it is written', () => {
  const anchors = { '15745944205127680': '123140', 'mail:x': '130211-4377' }
  expect(Object.fromEntries(findAnchors(formatLedger(plain)) ?? [])).toEqual(anchors)
})

test.each([
  ['is cut', (text: string) => text.slice(0, -20)],
  ['has more behind it', (text: string) => `${text}x`],
  ['has other ends of lines', (text: string) => text.replaceAll('\n', '\r\n')],
  ['is of another version', (text: string) => text.replace('"format": 1', '"format": 2')],
  ['was edited', (text: string) => text.replace('"anchor":"123140"', '"anchor": "123140"')],
  ['has no posts', () => formatLedger(ledgerOf([]))],
  ['is empty', () => ''],
])('one that %s is left to be read whole', (_, edit) => {
  expect(findAnchors(edit(formatLedger(plain)))).toBeUndefined()
})

test('whatever ids there are, they are those that are read whole', () => {
  const post = fc.record({
    anchor: fc.string({ minLength: 1 }),
    file: fc.constantFrom('q1', 'before'),
    fields: fc.constantFrom({}, { author: 'a' }, { author: 'a', text: 'b' }),
  })
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), post, { noNullPrototype: true }), (posts) => {
      const text = formatLedger(ledgerOf(Object.entries(posts)))
      const found = findAnchors(text)
      const whole = [...parseLedger('ledger.json', text).posts].map(([id, { anchor }]) => [id, anchor])
      if (found) expect([...found].sort()).toEqual(whole.sort())
    }),
  )
})

function ledgerOf(posts: readonly (readonly [string, LedgerPost])[]): Ledger {
  return { segments: new Map([['q1', { question: 'a', times: 'b' }]]), posts: new Map(posts) }
}
