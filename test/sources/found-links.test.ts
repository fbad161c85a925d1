import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { findLinks } from '../../scripts/sources/found-links.ts'
import { hasRecordings, recording } from './recorded.ts'

const links = (text: string) => findLinks(text).flatMap((run) => (typeof run === 'string' ? [] : [run]))

test.each([
  ['See http://www.a.org/b?c=1&d, ok', [['http://www.a.org/b?c=1&d', 'a.org/b?c=1&d']]],
  [
    'pic.twitter.com/abc www.a.org',
    [
      ['http://pic.twitter.com/abc', 'pic.twitter.com/abc'],
      ['http://www.a.org', 'a.org'],
    ],
  ],
  ['the end.So we went to music.In file.py ASP.NET a.org', []],
  ['mail me@a.org or ftp://a.org/x', []],
])('%s', (text, found) => {
  expect(links(text).map((link) => [link.target, link.display])).toEqual(found)
})

type Case = { readonly description: string; readonly text: string; readonly expected: readonly string[] }
type Conformance = {
  readonly tests: Record<'urls' | 'tco_urls_with_params' | 'urls_with_directional_markers', readonly Case[]>
}

describe.skipIf(!hasRecordings)('conformance of twitter-text (absent: ../shared/data)', () => {
  const file = hasRecordings ? readFileSync(recording('twitter-text/extract.yml'), 'utf8') : '{ tests: {} }'
  const { tests }: Conformance = parse(file)
  const cases = [...(tests.urls ?? []), ...(tests.tco_urls_with_params ?? [])]

  test.each(cases.map((item) => [item.description, item] as const))('%s', (_, { text, expected }) => {
    // Without http:// and without a path or www. it is more often a slip than an address: left as words.
    const wanted = expected.filter((url) => /^https?:\/\/|^www\.|\//i.test(url))
    expect(links(text).map((link) => link.url)).toEqual(wanted)
    expect(
      findLinks(text)
        .map((run) => (typeof run === 'string' ? run : run.url))
        .join(''),
    ).toBe(text)
  })
})
