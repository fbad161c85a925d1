import { expect, test } from 'vitest'
import { naughtyStrings, ownCases } from './cases.ts'
import { faultsOf } from './compare.ts'
import { hostileArchives, people } from './hostile-archive.ts'

test.each(people)('every case in every place, where the hostile one is: %s', (who) => {
  const told = [...ownCases, ...naughtyStrings].flatMap(({ name, text }) =>
    faultsOf(hostileArchives(text, who)).map((fault) => `${name}: ${fault}`),
  )
  expect(told).toEqual([])
})
