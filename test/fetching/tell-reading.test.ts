import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createTeller } from '../../scripts/fetching/tell-reading.ts'
import { parsePage } from '../../scripts/sources/x/pages.ts'
import { createProgress } from '../../scripts/terminal/progress.ts'
import { page } from '../sources/x/fake-x.ts'

/** What stands in a log, where nothing can be drawn over. */
function tell(work: (teller: ReturnType<typeof createTeller>) => void, spent = 0): string[] {
  const output = new PassThrough()
  work(createTeller(createProgress(output, {}), () => spent))
  return String(output.read() ?? '')
    .trimEnd()
    .split('\n')
}

const onePage = (...ids: string[]) => {
  const raw = JSON.stringify(page(ids))
  return { ...parsePage(raw, 'page'), raw, number: 1, isStored: false }
}

test('pages, posts and money', () => {
  const lines = tell((teller) => {
    teller.start('Reading #lgovsm')
    teller.onPage(onePage('3', '2'))
    teller.onAgain('X answered 503: it has trouble of its own')
    teller.onPage(onePage('1'))
  }, 0.5)
  expect(lines).toEqual([
    'Reading #lgovsm',
    'page 1: 2 posts so far, about $0.50',
    'X answered 503: it has trouble of its own: trying again',
    'page 2: 3 posts so far, about $0.50',
  ])
})

test('a wait is counted down in ten lines, however long it is', () => {
  const lines = tell((teller) => {
    teller.start('Reading #lgovsm')
    for (let left = 900; left > 0; left--) teller.onWait({ left, of: 900 })
  })
  expect(lines).toHaveLength(13)
  expect(lines.slice(0, 4)).toEqual([
    'Reading #lgovsm',
    'X takes no more requests for now: waiting 15:00',
    '90 of 900: 13:30 left',
    '180 of 900: 12:00 left',
  ])
  expect(lines.slice(-2)).toEqual(['900 of 900: 0:00 left', 'Reading #lgovsm'])
})

test.each([
  [[], ''],
  [[onePage('1', '2')], '; a page with 2 posts is kept in .cache/raw and will not be paid for again'],
  [
    [onePage('1', '2'), onePage('3')],
    '; 2 pages with 3 posts are kept in .cache/raw and will not be paid for again',
  ],
])('what is kept: %#', (pages, expected) => {
  let said = ''
  tell((teller) => {
    teller.start('Reading')
    for (const page of pages) teller.onPage(page)
    said = teller.sayKept()
  })
  expect(said).toBe(expected)
})
