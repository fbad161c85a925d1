import { expect, test } from 'vitest'
import { parseChat } from '../../scripts/content/chat-settings.ts'
import { parseSite } from '../../scripts/content/site-settings.ts'
import type { Chat } from '../../scripts/model/chat.ts'
import { Problem } from '../../scripts/model/problem.ts'
import type { Site } from '../../scripts/model/site.ts'
import { noWays } from '../../scripts/model/take-part.ts'
import { chat } from '../builders.ts'

const usual = chat({ first: undefined })

test('a chat without settings is a Friday chat in London on the hashtag of its folder', () => {
  expect(parseChat('lgovsm', '')).toEqual(usual)
  expect(parseChat('lgovsm', '# nothing yet\n')).toEqual(usual)
  expect(parseChat('lgovsm', 'hosts:\nfirst:\nskip:\nsessions:\ntitle:\ntime:\nwindow:\n')).toEqual(usual)
})

const oneOff = (options: Partial<Chat['oneOffs'][number]>) => [
  {
    date: '2010-12-21',
    time: undefined,
    minutes: undefined,
    questions: undefined,
    hosts: undefined,
    ...options,
  },
]

test.each<[string, Partial<Chat>]>([
  ['title: "Local government: social media"', { title: 'Local government: social media' }],
  ['title: 2010', { title: '2010' }],
  ['hashtags: "#LGovSM"', { hashtags: ['#LGovSM'], title: '#LGovSM' }],
  ['hashtags: lgovsm, lgchat', { hashtags: ['#lgovsm', '#lgchat'] }],
  ['hashtags:\n  - lgovsm\n  - "#llywodraethleol"', { hashtags: ['#lgovsm', '#llywodraethleol'] }],
  ['hashtags: ["#lgovsm", ＃地方]', { hashtags: ['#lgovsm', '#地方'] }],
  ['zone: America/New_York', { zone: 'America/New_York' }],
  ['weekday: thursday', { weekday: 4 }],
  ['weekday: Tuesdays', { weekday: 2 }],
  ['weekday: Dydd Iau', { weekday: 4 }],
  ['time: 13:00', { time: '13:00' }],
  ['time: 9:05', { time: '09:05' }],
  ['time: "20.30"', { time: '20:30' }],
  ['time: 20.30', { time: '20:30' }],
  ['time: 1pm', { time: '13:00' }],
  ['time: 1.30 p.m.', { time: '13:30' }],
  ['time: 12am', { time: '00:00' }],
  ['time: 12:15 PM', { time: '12:15' }],
  ['minutes: 90', { minutes: 90 }],
  ['questions: 0', { questions: 0 }],
  ['hosts: "@sam"', { hosts: ['sam'] }],
  ['hosts: sam, loulouk', { hosts: ['sam', 'loulouk'] }],
  ['hosts:\n- "@sam"\n- 1234567890123456789012', { hosts: ['sam', '1234567890123456789012'] }],
  ['hosts: []', {}],
  ['first: 2010-12-03', { first: '2010-12-03' }],
  ['skip: 2010-12-24', { skip: [{ date: '2010-12-24', reason: '' }] }],
  ['skip: [2010-12-24]', { skip: [{ date: '2010-12-24', reason: '' }] }],
  ['skip:\n  2010-12-24: Christmas Eve', { skip: [{ date: '2010-12-24', reason: 'Christmas Eve' }] }],
  ['skip:\n  - 2010-12-24: Christmas Eve', { skip: [{ date: '2010-12-24', reason: 'Christmas Eve' }] }],
  [
    'skip:\n  - date: 2010-12-31\n    reason: New year\n  - date: 2010-12-24',
    {
      skip: [
        { date: '2010-12-24', reason: '' },
        { date: '2010-12-31', reason: 'New year' },
      ],
    },
  ],
  ['sessions: 2010-12-21', { oneOffs: oneOff({}) }],
  ['sessions:\n  - date: 2010-12-21\n    questions: 0', { oneOffs: oneOff({ questions: 0 }) }],
  [
    'sessions:\n  2010-12-21:\n    time: 10am\n    minutes: 30\n    hosts: "@ann"',
    { oneOffs: oneOff({ time: '10:00', minutes: 30, hosts: ['ann'] }) },
  ],
  ['sessions:\n  2010-12-21:', { oneOffs: oneOff({}) }],
  ['window:\n  before: 30', { window: { before: 30, after: [0, 60, 1440] } }],
  ['window: { after: [60, 0] }', { window: { before: 60, after: [0, 60] } }],
  ['window: { after: 10 }', { window: { before: 60, after: [10] } }],
  ['leave_out: [sam, 15400000000000000001]', { leaveOut: ['sam', '15400000000000000001'] }],
  ['media: none', { media: 'none' }],
  ['off_the_record: chathamhouse', { offTheRecord: '#chathamhouse' }],
  ['sample: yes', { sample: true }],
  ['sample: false', {}],
  ['\ufeffminutes: 90\r\nquestions: 2\r\n', { minutes: 90, questions: 2 }],
])('%j', (text, expected) => {
  expect(parseChat('lgovsm', text)).toEqual({ ...usual, ...expected })
})

test.each([
  ['minutes: 60\n\tquestions: 3', '2: a tab stands at the beginning of this line: use spaces'],
  ['minutes: 60\r\nminutes: 90', '2: this setting stands here for the second time: keep one of them'],
  ['minute: 60', '1: "minute" is not a setting: did you mean "minutes"?'],
  ['offTheRecord: x', '1: "offTheRecord" is not a setting: did you mean "off_the_record"?'],
  ['colour: red', /^1: "colour" is not a setting: there are title, hashtags, zone, /],
  [
    'time: 13:00\nzone: Europe/Lodnon',
    '2: zone: "Europe/Lodnon" is not a time zone: did you mean Europe/London?',
  ],
  ['zone: europe/london', '1: zone: "europe/london" is not a time zone: did you mean Europe/London?'],
  ['zone: BST', /^1: zone: "BST" is not a time zone: write it as continent and city, such as Europe\/London/],
  ['weekday: Fridya', '1: weekday: "Fridya" cannot be understood: write a day such as Friday'],
  ['weekday: [Friday]', '1: weekday: write a day such as Friday'],
  ['time: 25:00', '1: time: "25:00" cannot be understood: write a time such as 13:00'],
  ['time: 13', '1: time: "13" cannot be understood: write a time such as 13:00'],
  ['time: 13pm', '1: time: "13pm" cannot be understood: write a time such as 13:00'],
  ['questions: 200', '1: questions: "200" cannot be understood: write a whole number from 0 to 99'],
  ['minutes: 0', '1: minutes: "0" cannot be understood: write a whole number from 1 to 1439'],
  ['minutes: one hour', '1: minutes: "one hour" cannot be understood: write a whole number from 1 to 1439'],
  ['first: 2010-02-30', '1: first: "2010-02-30" is a date that does not exist: look it up in a calendar'],
  ['first: 3/12/2010', '1: first: "3/12/2010" is not a date: write year, month and day such as 2010-12-24'],
  ['hashtags: #lgovsm', '1: "#" begins a comment here: write "#lgovsm" in quotation marks'],
  ['hashtags:\n  - #lgovsm', '2: "#" begins a comment here: write "#lgovsm" in quotation marks'],
  ['hashtags: lgov-sm', '1: hashtags: "lgov-sm" cannot be understood: write a hashtag such as "#lgovsm"'],
  ['minutes: 60\nhosts: @sam', '2: a value cannot begin with this character: put it in quotation marks'],
  ['minutes: 60\nhosts: *sam', '2: a value cannot begin with "*": put it in quotation marks'],
  ['hosts: ["a b"]', '1: hosts: "a b" cannot be understood: write a handle such as "@sam"'],
  ['hosts:\n  sam: yes', '1: hosts: write a list: one item a line, with "- " before it'],
  [
    'title: Social media: the chat',
    '1: two colons in one line, or a line set in too far: put the value in quotation marks, or start the line further left',
  ],
  [
    'skip:\n  2010-12-24: x\n  2010-13-01: y',
    '3: skip: "2010-13-01" is a date that does not exist: look it up in a calendar',
  ],
  ['skip:\n  - 2010-12-24\n  - 2010-12-24', '3: skip: 2010-12-24 stands here twice: keep one of them'],
  ['skip:\n  - date: 2010-12-24\n    why: x', /^3: skip: "why" is not a setting: there are date, reason/],
  ['sessions:\n  - time: 13:00', /^2: sessions: write a date such as 2010-12-24/],
  [
    'sessions:\n  - date: 2010-12-21\n    question: 0',
    '3: sessions: "question" is not a setting: did you mean "questions"?',
  ],
  [
    'skip:\n  2010-12-21: Snow\nsessions:\n  - 2010-12-21',
    '4: sessions: 2010-12-21 is skipped and a session of its own too: take it out of one of the two',
  ],
  ['window: 60', '1: window: write settings on lines of their own below it, set in by two spaces'],
  [
    'window:\n  after: never',
    '2: window: "never" cannot be understood: write a whole number from 0 to 10080',
  ],
  ['zone: |\n  Europe\n  London', /^1: zone: "Europe London" is not a time zone/],
  ['sample: maybe', '1: sample: "maybe" cannot be understood: write yes or no'],
  ['- minutes: 60', '1: this is no list of settings: write lines such as "title: Our chat"'],
  ['just words', '1: this is no list of settings: write lines such as "title: Our chat"'],
  ['title: "never closed', /^1: Missing closing "quote: put values/],
  ['minutes: 60\n---\nminutes: 90', '2: "---" begins a second file here: take the line out'],
])('%j is refused', (text, expected) => {
  const message = messageOf(() => parseChat('lgovsm', text))
  expect(message.startsWith('content/lgovsm/chat.yaml:')).toBe(true)
  expect(message).not.toContain('\n')
  const rest = message.slice('content/lgovsm/chat.yaml:'.length)
  if (typeof expected === 'string') expect(rest).toBe(expected)
  expect(rest).toMatch(expected)
})

test('the first problem in the file is told first', () => {
  expect(messageOf(() => parseChat('x', 'zone: Nowhere\nminutes: 0\nquestionz: 3'))).toMatch(/yaml:1: zone/)
})

const plainSite: Site = {
  title: 'Chat archive',
  tagline: '',
  address: undefined,
  language: 'en',
  links: 'expanded',
  text: 'short',
  accent: undefined,
  contact: undefined,
  search: true,
  textFiles: true,
  media: 'small',
  mediaHosts: ['pbs.twimg.com', 'video.twimg.com'],
  maxCost: 10,
}

test.each<[string, Partial<Site>]>([
  ['', {}],
  ['title:', {}],
  [
    'title: Local government, in an hour\r\ntagline: "Every Friday: 1pm"\r\n',
    {
      title: 'Local government, in an hour',
      tagline: 'Every Friday: 1pm',
    },
  ],
  ['address: https://example.org/archive', { address: 'https://example.org/archive/' }],
  ['address: https://example.org', { address: 'https://example.org/' }],
  ['language: Welsh', { language: 'cy' }],
  ['links: t.co', { links: 't.co' }],
  ['text: full', { text: 'full' }],
  ['accent: "#00703c"', { accent: '#00703c' }],
  ['accent: Teal', { accent: 'Teal' }],
  ['accent: rgb(0 112 60 / 90%)', { accent: 'rgb(0 112 60 / 90%)' }],
  ['contact: sam@example.gov.uk', { contact: 'sam@example.gov.uk' }],
  ['contact: mailto:sam@example.gov.uk', { contact: 'sam@example.gov.uk' }],
  ['contact: https://example.gov.uk/remove?x=1', { contact: 'https://example.gov.uk/remove?x=1' }],
  ['take_part:', { takePart: undefined }],
  ['take_part:\n  email: mailto:ask@example.org', { takePart: { ...noWays, email: 'ask@example.org' } }],
  [
    'take_part:\n  github: https://github.com/anne/lgovsm/',
    { takePart: { ...noWays, github: 'anne/lgovsm' } },
  ],
  [
    'take_part:\n  form: https://forms.example/f/1',
    { takePart: { ...noWays, form: 'https://forms.example/f/1' } },
  ],
  ['search: no', { search: false }],
  ['text_files: no', { textFiles: false }],
  ['media: None', { media: 'none' }],
  [
    'media_hosts: Files.Example.org cdn.example.net',
    { mediaHosts: ['files.example.org', 'cdn.example.net'] },
  ],
  ['max_cost: 2.5', { maxCost: 2.5 }],
  ['publish: pages', { publish: { kind: 'pages' } }],
  ['publish: folder ../My web space', { publish: { kind: 'folder', path: '../My web space' } }],
  [
    'publish: sftp anna@example.org:public_html/My chats',
    {
      publish: {
        kind: 'sftp',
        user: 'anna',
        host: 'example.org',
        port: 22,
        path: 'public_html/My chats',
      },
    },
  ],
  [
    'publish: sftp://example.org:2222/srv/chats',
    { publish: { kind: 'sftp', user: undefined, host: 'example.org', port: 2222, path: '/srv/chats' } },
  ],
  ['max_cost: $0,50', { maxCost: 0.5 }],
])('site: %j', (text, expected) => {
  expect(parseSite(text)).toEqual({ ...plainSite, ...expected })
})

test.each([
  [
    'address: example.org',
    'address: "example.org" cannot be understood: write the address of the site such as https://example.org/archive/',
  ],
  ['address: https://example.org/?x', /^address: /],
  ['address: javascript:alert(1)', /^address: /],
  ['accent: "red;} body{display:none"', /^accent: .* write a colour such as/],
  ['accent: #00703c', '"#" begins a comment here: write "#00703c" in quotation marks'],
  ['contact: javascript:alert(1)', /^contact: /],
  ['take_part: ask@example.org', /^take_part: write settings on lines of their own below it/],
  ['take_part:\n  email: nobody', /take_part: "nobody" cannot be understood: write an e-mail address/],
  ['take_part:\n  form: javascript:alert(1)', /take_part: .* write a web address/],
  ['take_part:\n  github: a/b/c', /take_part: .* write owner and repository/],
  ['take_part:\n  mail: a@b.org', /take_part: "mail" is not a setting: did you mean "email"/],
  ['contact: "a@b.c?subject=x"', /^contact: /],
  ['media: large', 'media: "large" cannot be understood: write small or none'],
  ...[
    '127.0.0.1',
    '127.1',
    '"[::1]"',
    'localhost',
    'https://a.org',
    'a.org:8080',
    'a..org',
    '"*.a.org"',
    '0x7f.1',
  ].map((host): [string, RegExp] => [
    `media_hosts: ${host}`,
    /media_hosts: .* write the name of a host such as pbs.twimg.com/,
  ]),
  ['max_cost: much', 'max_cost: "much" cannot be understood: write US dollars such as 2.50'],
  ['language: fr', 'language: "fr" cannot be understood: write en or cy'],
  ['titel: x', '"titel" is not a setting: did you mean "title"?'],
])('site: %j is refused', (text, expected) => {
  const message = messageOf(() => parseSite(text)).replace('content/site.yaml:1: ', '')
  if (typeof expected === 'string') expect(message).toBe(expected)
  expect(message).toMatch(expected)
})

function messageOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
  return 'no problem'
}
