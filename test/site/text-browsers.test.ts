import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../scripts/site/build-site.ts'
import { fixture } from './archive.ts'
import { firstMissing, isInstalled } from './text-browser.ts'
import { writeWall } from './wall.ts'

const folder = mkdtempSync(join(tmpdir(), 'text-browsers-'))
const output = join(folder, 'dist')

beforeAll(async () => {
  writeWall(folder)
  const { site, ...rest } = fixture()
  await buildSite({ archive: { ...rest, site: { ...site, search: true } }, output, content: folder })
})

afterAll(() => rmSync(folder, { recursive: true }))

const browsers = [
  { name: 'lynx', args: ['-dump', '-nolist', '-width=100', '-display_charset=utf-8'] },
  { name: 'w3m', args: ['-dump', '-cols', '100', '-O', 'UTF-8', '-T', 'text/html'] },
]

/** Every kind of page, and what it says in the order in which it says it. */
const kinds = [
  {
    file: 'index.html',
    says: ['The archive', 'Next time', 'Friday 31 December 2010, 13:00 to 14:00', 'The latest', 'The archive', 'Starting, 17 December 2010: 7 posts by 4 people', 'Have a post removed'],
  },
  {
    file: 'lgovsm/index.html',
    says: ['#lgovsm', 'Fridays, 13:00 to 14:00', 'Questions', 'People', 'Links', 'Calendar', '2010', 'Starting'],
  },
  {
    file: 'lgovsm/2010-12-17/index.html',
    says: [
      'The archive · #lgovsm',
      'Starting',
      'Friday 17 December 2010, 13:00 to 14:00. All times are London time (GMT).',
      'We talked about starting.',
      '7 posts by 4 people.',
      'Q1: How do we start? (5 posts)',
      'Before the chat',
      '12:55 @ann',
      'Ready',
      'Q1: How do we start?',
      'The first question.',
      '13:00 @sam',
      '13:02 @dave',
      'A1 Early',
      '13:05 @ann',
      'Our wall',
      'A wall of notes',
      '13:31 @dave to ann, 13:05, during Q2',
      'Lovely',
      'Afterwards',
      '15:00 Jo',
      'From my desk',
      'Next: Q2: How do we go on?',
      'Q2: How do we go on?',
      '13:40 @ann',
      'Gweler example.gov.uk/su…',
      'Links shared',
      'example.gov.uk: /survey?x=1&y=2',
      'Who took part',
      'Other sessions',
      'plain text',
    ],
  },
  {
    file: 'lgovsm/2010-12-17/hour/index.html',
    says: ['The hour as it happened', '12:55 @ann', '13:31 @dave to ann, 13:05, on Q1', '13:40 @ann on Q2', '15:00 Jo on Q1'],
  },
  { file: 'lgovsm/people/index.html', says: ['People', 'Everyone who took part', 'ann', 'dave'] },
  { file: 'lgovsm/people/dave/index.html', says: ['@dave', 'Starting, first post', '2 posts (Q1)'] },
  { file: 'lgovsm/questions/index.html', says: ['Questions', 'Starting', 'How do we start? (5 posts)'] },
  { file: 'lgovsm/links/index.html', says: ['Links', 'example.gov.uk: /survey?x=1&y=2'] },
  { file: 'search/index.html', says: ['Search', 'Searching needs scripts', 'Other ways', '#lgovsm: Questions, People, Links'] },
  { file: 'about/index.html', says: ['About', 'Who we are.'] },
  { file: '404.html', says: ['Page not found'] },
] // biome-ignore format: a table

for (const { name, args } of browsers) {
  describe.skipIf(!isInstalled(name))(`in ${name} (skipped where it is not installed)`, () => {
    test.each(kinds)('$file says it all, in order', ({ file, says }) => {
      const dump = execFileSync(name, [...args, join(output, file)], { encoding: 'utf8' }).replace(
        /\s+/g,
        ' ',
      )
      const missing = firstMissing(dump, says)
      expect([missing, missing === undefined ? '' : dump]).toEqual([undefined, ''])
    })
  })
}

describe.skipIf(!isInstalled('lynx'))('links in lynx (skipped where it is not installed)', () => {
  test.each(kinds)('$file leads to files that are there, to originals and to whom to ask', ({ file }) => {
    const list = execFileSync('lynx', ['-dump', '-listonly', '-nonumbers', join(output, file)], {
      encoding: 'utf8',
    })
    const addresses = list.split('\n').filter((line) => /^[a-z]+:/.test(line))
    expect(addresses.length).toBeGreaterThan(1)
    const inside = `file://${output}/`
    const odd = addresses.filter(
      (address) => !address.startsWith(inside) && !/^(?:https?|mailto):/.test(address) && file !== '404.html',
    )
    expect(odd).toEqual([])
  })
})
