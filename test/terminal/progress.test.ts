import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { plainOutput } from '../../scripts/terminal/plain-output.ts'
import { createProgress } from '../../scripts/terminal/progress.ts'
import { createPrompts } from '../../scripts/terminal/prompts.ts'
import { hideSecrets, oneLine } from '../../scripts/terminal/safe-text.ts'

function output(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80, rows: 24 })
  return { stream, text: () => String(stream.read() ?? '') }
}

test('without a terminal there is a line for each tenth', () => {
  const { stream, text } = output(false)
  const progress = createProgress(stream, {})
  progress.start('Building', 100)
  for (let i = 0; i < 100; i++) progress.advance(1, `page ${i + 1}`)
  progress.done('100 pages\nbuilt')
  const tenths = Array.from({ length: 10 }, (_, i) => `${i + 1}0 of 100: page ${i + 1}0\n`)
  expect(text()).toBe(`Building\n${tenths.join('')}100 pages built\n`)
})

test('without a total each text is a line', () => {
  const { stream, text } = output(false)
  const progress = createProgress(stream, {})
  progress.start('Reading')
  progress.advance(0, '100 posts')
  progress.advance(0)
  progress.advance(0, '200 posts')
  progress.done('243 posts')
  expect(text()).toBe('Reading\n100 posts\n200 posts\n243 posts\n')
})

test.each([
  ['a terminal that cannot draw', { TERM: 'dumb' }],
  ['a build server', { CI: 'true' }],
])('%s gets lines', (_, env) => {
  const { stream, text } = output(true)
  createProgress(stream, env).start('Building')
  expect(text()).toBe('Building\n')
})

test('a terminal gets a bar, which ends with what was done', () => {
  const { stream, text } = output(true)
  const progress = createProgress(stream, { NO_COLOR: '1' })
  progress.start('Building', 2)
  progress.advance(2, 'all')
  progress.done('2 pages')
  expect(text()).toContain('2 pages\n')
})

test('NO_COLOR leaves colours out and keeps the rest', () => {
  const { stream, text } = output(true)
  plainOutput(stream, { NO_COLOR: '1' }).write('\u001b[32mgreen\u001b[0m\u001b[2K')
  expect(text()).toBe('green\u001b[2K')
  plainOutput(stream, {}).write('\u001b[32mgreen')
  expect(text()).toBe('\u001b[32mgreen')
})

test('where nobody can answer, a question names its flag', async () => {
  const { stream } = output(false)
  const prompts = createPrompts({ input: stream, output: stream, env: {} })
  expect(prompts.isOpen).toBe(false)
  await expect(prompts.text({ message: 'Which hashtag?', flag: '--hashtag' })).rejects.toThrow(
    '"Which hashtag?" has nobody to answer it here: give --hashtag',
  )
})

test.each([
  ['a\nb\tc', 'a b c'],
  ['\u001b[31mred\u202e', '[31mred'],
  ['Sŵn 👩‍🚒', 'Sŵn 👩‍🚒'],
])('%j is one line', (text, expected) => {
  expect(oneLine(text)).toBe(expected)
})

test.each([
  [{ X_BEARER_TOKEN: 'abcdefgh' }, 'say … twice …'],
  [{ TOKEN: 'abcdefgh' }, 'say … twice …'],
  [{ X_BEARER_TOKEN: '' }, 'say abcdefgh twice abcdefgh'],
  [{ EDITOR: 'abcdefgh' }, 'say abcdefgh twice abcdefgh'],
])('%j', (env, expected) => {
  expect(hideSecrets('say abcdefgh twice abcdefgh', env)).toBe(expected)
})
