import { expect, test } from 'vitest'
import { median, type Row } from '../../scripts/bench/measure/compare.ts'
import { markdownTable, plainTable } from '../../scripts/bench/measure/table.ts'
import { readNumbers } from '../../scripts/bench/read-numbers.ts'

const rows: Row[] = [
  {
    task: 'full build',
    size: '50 sessions',
    name: 'this project',
    runs: 3,
    usage: { wallSeconds: 0.8, cpuSeconds: 0.912, peakMiB: 138.4 },
    ratio: undefined,
    pages: 270,
  },
  {
    task: 'full build',
    size: '50 sessions',
    name: 'plain Eleventy',
    runs: 3,
    usage: { wallSeconds: 12, cpuSeconds: 13.25, peakMiB: 195 },
    ratio: { wallSeconds: 0.0666, cpuSeconds: 0.0688, peakMiB: 0.7097 },
    pages: undefined,
  },
]

test('on a terminal numbers stand under each other', () => {
  expect(plainTable(rows).split('\n')).toEqual([
    'task        size         by              pages  runs  wall s  CPU s  peak MiB  ours ÷ theirs: wall   CPU  memory',
    'full build  50 sessions  this project      270     3    0.80   0.91       138',
    'full build  50 sessions  plain Eleventy            3    12.0   13.3       195                 0.07  0.07    0.71',
  ])
})

test('in markdown it is a table', () => {
  const [head, rule, first] = markdownTable(rows).split('\n')
  expect(head).toContain('| task | size | by |')
  expect(rule).toContain('| --- | --- | --- | ---: |')
  expect(first).toBe('| full build | 50 sessions | this project | 270 | 3 | 0.80 | 0.91 | 138 |  |  |  |')
})

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])('of %j the median is %d, each figure by itself', (values, expected) => {
  const usages = values.map((value) => ({ wallSeconds: value, cpuSeconds: -value, peakMiB: value * 2 }))
  expect(median(usages)).toEqual({ wallSeconds: expected, cpuSeconds: -expected, peakMiB: expected * 2 })
})

test('sizes are whole numbers from 1', () => {
  expect(readNumbers('--sizes', '50, 500')).toEqual([50, 500])
  expect(() => readNumbers('--sizes', '50,many')).toThrow(/--sizes: "many" is not a number/)
  expect(() => readNumbers('--runs', '0')).toThrow(/--runs: "0"/)
})
