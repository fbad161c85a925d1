import { expect, test } from 'vitest'
import { findFound } from '../../scripts/model/found.ts'
import { completeness } from '../../templates/parts/completeness.ts'
import { wordsIn } from '../../templates/parts/words.ts'
import { chat, session } from '../builders.ts'
import { site } from './site.ts'

const readTo = '2010-12-18T14:00:00Z'

function say(
  found: string | undefined,
  options: { shown?: number; replies?: boolean; readTo?: string | undefined } = {},
) {
  const said = session([], { readTo, ...options, found: found === undefined ? undefined : findFound(found) })
  const lgovsm = chat({ replies: options.replies ?? false })
  const words = wordsIn('en')
  return completeness({ session: said, chat: lgovsm, site, words, shown: options.shown ?? 143 })
}

// biome-ignore format: a table
test.each<[found: string | undefined, options: Parameters<typeof say>[1], sentence: string | undefined]>([
  ['143 of 143', {}, 'All 143 public posts with #lgovsm up to 14:00, 18 December 2010; protected accounts are not included.'],
  ['143 of 143', { shown: 140 }, 'All 143 public posts with #lgovsm up to 14:00, 18 December 2010 (140 shown here); protected accounts are not included.'],
  ['143 of 143', { shown: 140, replies: true }, 'All 143 public posts with #lgovsm up to 14:00, 18 December 2010; protected accounts are not included.'],
  ['1 of 1', {}, 'The one public post with #lgovsm up to 14:00, 18 December 2010; protected accounts are not included.'],
  ['140 of 143', {}, '140 of 143 public posts with #lgovsm up to 14:00, 18 December 2010: the other 3 are missing until this session is fetched again. Protected accounts are not included.'],
  ['100 of more', {}, 'Not all public posts with #lgovsm up to 14:00, 18 December 2010: reading stopped after 100, and the rest is missing until this session is fetched again. Protected accounts are not included.'],
  ['143 of unknown', {}, 'Public posts with #lgovsm up to 14:00, 18 December 2010; whether these are all is not known. Protected accounts are not included.'],
  ['360 from a file', {}, 'From a file of 360 posts: what is missing in it is not known.'],
  [undefined, {}, 'Public posts with #lgovsm up to 14:00, 18 December 2010; protected accounts are not included.'],
  [undefined, { readTo: undefined }, undefined],
])('%s %j', (found, options, sentence) => expect(say(found, options)).toBe(sentence))
