import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkSite } from '../../scripts/checking/check-site.ts'
import type { Archive } from '../../scripts/model/archive.ts'
import { relayLine } from '../../scripts/model/relay-line.ts'
import type { Session } from '../../scripts/model/session.ts'
import { buildSite } from '../../scripts/site/build-site.ts'
import { siteInput } from '../../scripts/site/site-input.ts'
import { searchRecord } from '../../templates/parts/search/search-record.ts'
import { chat, filed, post, segment, sentIn, session } from '../builders.ts'
import { site } from '../templates/site.ts'
import { held } from './archive.ts'

const lgovsm = chat({ hosts: ['host'] })
const gwen = sentIn({
  id: 'email:gwen',
  at: '13:04:10',
  name: 'Gwen Parry',
  text: 'Start with the libraries.',
})
const nobody = sentIn({ id: 'form:one', at: '13:07:00', text: 'Nobody asked us.' })
const other = sentIn({ id: 'email:two', at: '13:08:00', text: 'Nor us.' })
const late = sentIn({
  id: 'tumblr:late',
  at: '2010-12-20T09:15:00Z',
  name: 'Ifan',
  text: 'A week later it worked.',
})
const relay = post({ at: '13:06:00', by: 'host', text: relayLine({ post: gwen, key: 'q1' }, lgovsm) })
const reply = post({ at: '13:09:00', by: 'ann', text: '@host @sam Yes, libraries', replyTo: relay.id })

const plain = session(
  [
    segment(
      'q1',
      [
        filed(post({ at: '13:00:05', by: 'host', text: 'Q1 How do we start? #lgovsm' })),
        filed(gwen, { relay: relay.id }),
        filed(relay),
        filed(nobody),
        filed(other),
        filed(reply),
        filed(late),
        filed(sentIn({ id: 'email:hidden', at: '13:10:00', text: 'HIDDEN WORDS THAT NOBODY SEES' }), {
          hidden: true,
        }),
      ],
      { question: 'How do we start?', start: '2010-12-17T13:00:00Z', end: '2010-12-17T14:00:00Z' },
    ),
  ],
  { checked: true, readTo: '2010-12-18T14:00:00Z', found: { posts: 3, of: 3, from: 'network' } },
)
const beforehand: Session = session([segment('q1', [filed({ ...gwen, at: '2010-12-23T10:00:00Z' })])], {
  date: '2010-12-24',
})

const folder = mkdtempSync(join(tmpdir(), 'contributions-'))
const archive: Archive = {
  site: { ...site, address: 'https://example.org/archive/' },
  pages: [],
  chats: [held(lgovsm, [plain, beforehand])],
}
beforeAll(() => buildSite({ archive, output: folder, content: folder }))
afterAll(() => rmSync(folder, { recursive: true }))

const read = (file: string) => readFileSync(join(folder, 'lgovsm', file), 'utf8')
/** List items of a page of the session, in their order. */
const items = (file: string) => read(`2010-12-17/${file}`).match(/<li id=[^<>]*>.*(?=\n)/g) ?? []

test('an answer stands among the posts of the hour, and a late one under Afterwards with its day', () => {
  const page = items('index.html')
  expect(page.slice(1, 4)).toEqual([
    `<li id=130410><span>13:04\t<b>Gwen Parry</b></span> <i>by e-mail, relayed by <a id=130600 href=${relay.url}>@host, 13:06</a></i><br>Start with the libraries.`,
    '<li id=130700><span>13:07\t<b>Anonymous</b></span> <i>by form</i><br>Nobody asked us.',
    '<li id=130800><span>13:08\t<b>Anonymous</b></span> <i>by e-mail</i><br>Nor us.',
  ])
  expect(read('2010-12-17/index.html')).toContain(
    '<h3>Afterwards</h3>\n<ol>\n<li id=091500><span>09:15\t<b>Ifan</b></span> <i>on Tumblr, 20 December 2010</i><br>A week later it worked.\n',
  )
})

test('whoever answers the host’s post that passed it on answers who sent it', () => {
  expect(items('index.html')[4]).toContain(
    '<i>to <a href=#130410>Gwen Parry, 13:04</a> and @host and @sam</i><br>Yes, libraries',
  )
})

test('the hour has it where it was said, once', () => {
  const page = items('hour/index.html')
  expect(page.map((item) => item.slice(7, 13))).toEqual([
    '130005',
    '130410',
    '130700',
    '130800',
    '130900',
    '091500',
  ])
  expect(page[1]).toContain(
    '<a href=../index.html#130410>13:04\t<b>Gwen Parry</b></a> <i>on Q1, by e-mail, relayed by ',
  )
})

test('so has the text', () => {
  const text = read('2010-12-17/session.txt').replaceAll('\r\n', '\n')
  expect(text).toContain('13:04 Gwen Parry, by e-mail\nStart with the libraries.\n')
  expect(text).toContain(
    'Afterwards\n----------\n\n09:15 Ifan, on Tumblr, 20 December 2010\nA week later it worked.\n',
  )
  expect(text.split('Start with the libraries').length).toBe(2)
})

test('so have the numbers: who gave no name is nobody', () => {
  expect(read('2010-12-17/index.html')).toContain('<p>6 posts by 4 people.')
  expect(read('2010-12-17/index.html')).toContain('All 3 public posts with #lgovsm up to 14:00')
  expect(read('2010-12-17/index.html')).toMatch(
    /<h2 id=people>Who took part<\/h2>\n<p><a [^>]*>host<\/a>, Gwen Parry, <a [^>]*>ann<\/a>, Ifan\n/,
  )
})

test('the list of people names them without a page of their own', () => {
  const page = read('people/index.html')
  expect(page).toContain(`<h2 id=sent>Sent in from off the network</h2>
<ul><li><a href="../2010-12-17/index.html#130410">Gwen Parry, 17 December 2010</a>: by e-mail
<li><a href="../2010-12-17/index.html#091500">Ifan, 17 December 2010</a>: on Tumblr
</ul>`)
  expect(page).not.toContain('Anonymous')
})

test('the search finds it', () => {
  const { sessions, archive: data } = siteInput(archive)
  const [item] = sessions
  if (!item) throw new Error('no session')
  expect(searchRecord(data, item).content).toContain(
    '<p id="130410" data-pagefind-title="13:04 Gwen Parry">Gwen Parry: Start with the libraries.</p>',
  )
})

test('what was sent in beforehand waits for its session', () => {
  const pages = siteInput(archive).sessions.map(({ summary }) => summary.date)
  expect(pages).toEqual(['2010-12-17'])
  const home = readFileSync(join(folder, 'index.html'), 'utf8')
  expect(home).toContain('Friday 24 December 2010')
  expect(home).not.toContain('<li>\n')
})

test('the check of the site has nothing against it', () => {
  expect(checkSite({ archive, folder, secrets: [] }).faults).toEqual([])
})

test('a host’s post that passed a removed answer on stays out of sight', () => {
  const removed = { ...filed({ ...gwen, text: [], removed: true as const }), relay: relay.id }
  const [one] = siteInput({
    ...archive,
    chats: [held(lgovsm, [{ ...plain, segments: [segment('q1', [removed, filed(relay), filed(reply)])] }])],
  }).sessions
  expect(one?.summary).toMatchObject({ posts: 1, removed: 1 })
})
