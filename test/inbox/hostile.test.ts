import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSession } from '../../scripts/content/read-session.ts'
import { arrive } from '../../scripts/inbox/arrive.ts'
import { moderate } from '../../scripts/inbox/moderate.ts'
import { plainText } from '../../scripts/model/post.ts'
import { wellFormed } from '../../scripts/sources/well-formed.ts'
import { chat } from '../builders.ts'
import { naughtyStrings, ownCases } from '../safety/cases.ts'
import { acceptAll } from './accept-all.ts'
import { incoming, type ScratchInbox, scratchInbox } from './scratch-inbox.ts'

let box: ScratchInbox
beforeEach(() => {
  box = scratchInbox()
})
afterEach(() => box.remove())

test('whatever people send in stands in the record as they sent it, and nothing else of the session changes', async () => {
  const texts = [...naughtyStrings, ...ownCases].map(({ text }) => text).filter((text) => text.trim() !== '')
  const some = texts.filter((_, i) => i % 31 === 0)
  for (const [i, text] of some.entries()) {
    arrive(
      box.root,
      incoming({ sourceIds: [`${i}`], text, name: text.slice(0, 60), sender: undefined }),
      () => false,
    )
  }
  const told: string[] = []
  const tell = (line: string) => void told.push(line)
  await moderate({
    root: box.root,
    prompts: acceptAll,
    tell,
    clock: () => '2010-12-18T10:00:00Z',
    spam: false,
  })
  expect(told.join('')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
  const { segments } = readSession(box.root, chat({ hosts: ['host'] }), '2010-12-17')
  const stored = segments.flatMap(({ posts }) => posts.map(({ post }) => post))
  expect(stored.length).toBeGreaterThan(25)
  const accepted = some.filter((text) =>
    stored.some((post) => sourceOf(plainText(post)) === sourceOf(wellFormed(text))),
  )
  expect(accepted.length).toBe(stored.length)
})

/** A link is shown by its short form. */
function sourceOf(text: string): string {
  return text.replace(/https?:\/\/(?:www\.)?/gi, '')
}
