import { expect, test } from 'vitest'
import { changesBetween } from '../../scripts/upgrading/change-log.ts'
import { findVersion, parseReleases, tagOf } from '../../scripts/upgrading/releases.ts'

const log = `# Changelog

## [Unreleased]
- Not yet.

## [0.10.0] - 2011-02-01
### Added
- Ten.

## [0.2.0] - 2011-01-01
- Two.

## [0.1.0] - 2010-12-01
- One.
`

test.each<[string, string, string[]]>([
  ['0.1.0', '0.2.0', ['## [0.2.0] - 2011-01-01', '- Two.']],
  [
    '0.1.0',
    '0.10.0',
    ['## [0.10.0] - 2011-02-01', '### Added', '- Ten.', '## [0.2.0] - 2011-01-01', '- Two.'],
  ],
  ['0.10.0', '0.10.0', []],
])('changes from %s to %s', (from, to, lines) => {
  expect(changesBetween(log, versionOf(from), versionOf(to))).toEqual(lines)
})

test('releases are tags of finished versions, the oldest first', () => {
  const listed = ['v0.10.0', 'v0.2.0', 'v0.3.0-beta', '0.4.0', 'nightly', 'v1', 'v0.1.0'].map(
    (tag) => `0123\trefs/tags/${tag}\n`,
  )
  expect(parseReleases(listed.join('')).map(tagOf)).toEqual(['v0.1.0', 'v0.2.0', 'v0.10.0'])
})

function versionOf(text: string) {
  const version = findVersion(text)
  if (!version) throw new Error(text)
  return version
}
