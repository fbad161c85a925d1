import { expect, test } from 'vitest'
import { parseIndex } from '../../scripts/markdown/index-file.ts'
import { toSource } from '../../scripts/markdown/lines.ts'

test.each([
  ['tags: [budgets, snow days]', ['budgets', 'snow days']],
  ['tags: budgets, snow  days,', ['budgets', 'snow days']],
  ['tags: ["#budgets", ""]', ['budgets']],
  ['tags: []', []],
  ['title: x', undefined],
])('%s makes the topics %j', (line, tags) => {
  expect(parseIndex(toSource('index.md', `---\n${line}\n---\n`)).tags).toEqual(tags)
})

test('tags that are no list are refused, with the line', () => {
  expect(() => parseIndex(toSource('index.md', '---\nchecked: yes\ntags:\n  a: b\n---\n'))).toThrow(
    'index.md:3: "tags" must be a list of topics, as in [budgets, snow days]',
  )
})
