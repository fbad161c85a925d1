import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plainText, sourceText } from '../../../scripts/model/post.ts'
import { toInstant } from '../../../scripts/model/zone.ts'
import { readFiles } from '../../../scripts/sources/file/read-files.ts'
import { idAt } from '../../builders.ts'

const folder = mkdtempSync(join(tmpdir(), 'table-'))
const london = (local: string) => toInstant(local, 'Europe/London')

/** The posts of a table and what is said about it, with the file's name as `chat.csv`. */
async function read(content: string | Buffer, date?: string) {
  const file = join(folder, 'chat.csv')
  writeFileSync(file, content)
  const { posts, warnings } = await readFiles(file, { toInstant: london, date })
  return { posts, warnings: warnings.map((warning) => warning.replace(file, 'chat.csv')) }
}

async function fault(content: string | Buffer): Promise<string> {
  const error: unknown = await read(content).catch((thrown: unknown) => thrown)
  return error instanceof Error ? error.message.replaceAll(join(folder, 'chat.csv'), 'chat.csv') : 'no error'
}

const times: readonly [string, string][] = [
  ['2010-12-17 13:02:11', '2010-12-17T13:02:11Z'],
  ['2010-07-16 13:02:11', '2010-07-16T12:02:11Z'],
  ['2010-12-17T13:02:11.000Z', '2010-12-17T13:02:11Z'],
  ['2010-12-17T13:02:11+02:00', '2010-12-17T11:02:11Z'],
  ['Fri Dec 17 13:02:11 +0000 2010', '2010-12-17T13:02:11Z'],
  ['Fri, 17 Dec 2010 13:02:11 +0000', '2010-12-17T13:02:11Z'],
  ['Fri Dec 17 2010 13:02:11 GMT+0000 (Greenwich Mean Time)', '2010-12-17T13:02:11Z'],
  ['17/12/2010 13:02:11', '2010-12-17T13:02:11Z'],
  ['17/12/2010 13:02 UTC', '2010-12-17T13:02:00Z'],
  ['17.12.2010 13:02', '2010-12-17T13:02:00Z'],
  ['12/17/2010 1:02:11 PM', '2010-12-17T13:02:11Z'],
  ['1:02 PM · Dec 17, 2010', '2010-12-17T13:02:00Z'],
  ['12:02 am - 17 Dec 2010', '2010-12-17T00:02:00Z'],
  ['17th December 2010 at 13:02', '2010-12-17T13:02:00Z'],
  ['1292590931', '2010-12-17T13:02:11Z'],
  ['1292590931000', '2010-12-17T13:02:11Z'],
  ['40529.5431828704', '2010-12-17T13:02:11Z'],
]

describe('times', () => {
  test.each(times)('%s', async (cell, at) => {
    const { posts, warnings } = await read(`time,handle,text\n"${cell}",sam,Hello\n`)
    expect([posts[0]?.at, warnings]).toEqual([at, []])
  })

  test.each([
    ['17/12/2010', '"17/12/2010" is no date with a time of day: write it like 2010-12-17 13:02:11'],
    [
      '31/02/2010 13:02',
      '"31/02/2010 13:02" is no date with a time of day: write it like 2010-12-17 13:02:11',
    ],
    [
      '17/12/2010 13:02 BST',
      '"17/12/2010 13:02 BST" is no date with a time of day: write it like 2010-12-17 13:02:11',
    ],
    ['lunch', '"lunch" is no date with a time of day: write it like 2010-12-17 13:02:11'],
    ['', 'this row has no time: write it like 2010-12-17 13:02:11, or delete the row'],
  ])('%s is none', async (cell, message) => {
    expect(await fault(`time,handle,text\n${cell},sam,Hello\n`)).toBe(`chat.csv:2: ${message}`)
  })

  test('in two columns', async () => {
    const { posts } = await read('Date,Time,Handle,Text\n17/12/2010,13:02:11,sam,Hello\n')
    expect(posts[0]?.at).toBe('2010-12-17T13:02:11Z')
  })
})

describe('10/12/2010 13:02', () => {
  const row = (id: string, time = '10/12/2010 13:02:11') =>
    `${time},sam,Hello,https://x.com/sam/status/${id}\n`
  const header = 'time,handle,text,address\n'

  test('is read day first and told, where nothing else is known', async () => {
    const { posts, warnings } = await read(`${header}10/12/2010 13:02:11,sam,Hello,\n`)
    expect(posts[0]?.at).toBe('2010-12-10T13:02:11Z')
    expect(warnings).toEqual([
      'chat.csv: dates like 10/12/2010 13:02:11 were read with the day first, as 2010-12-10: if that is wrong, write them like 2010-10-12',
    ])
  })

  test('follows another row', async () => {
    const { posts, warnings } = await read(
      'time,handle,text\n10/12/2010 13:02,sam,A\n10/13/2010 13:02,sam,B\n',
    )
    expect([posts[0]?.at, warnings]).toEqual(['2010-10-12T12:02:00Z', []])
  })

  test('follows the ids', async () => {
    const { posts, warnings } = await read(header + row(idAt('2010-12-10T13:02:11Z')))
    expect([posts[0]?.at, warnings]).toEqual(['2010-12-10T13:02:11Z', []])
  })

  test('follows the date that is wanted', async () => {
    const { posts, warnings } = await read(`${header}10/12/2010 13:02:11,sam,Hello,\n`, '2010-10-12')
    expect([posts[0]?.at, warnings]).toEqual(['2010-10-12T12:02:11Z', []])
  })
})

describe('ids', () => {
  const id = '753677725773271041'
  const at = '2016-07-14T19:49:07Z'
  const row = (cell: string, address = '') => `${cell},dave,Hello,Thu Jul 14 19:49:07 +0000 2016,${address}\n`
  const header = 'id_str,from_user,text,created_at,status_url\n'

  test.each([[id], [`'${id}`], [`"=""${id}"""`]])('%s is whole', async (cell) => {
    const { posts, warnings } = await read(header + row(cell))
    expect(posts[0]).toMatchObject({ id, at, url: `https://x.com/dave/status/${id}` })
    expect(warnings).toEqual([])
  })

  test.each([['7.53678E+17'], ['7,53678E+17'], ['753677725773271000']])('%s is rounded', async (cell) => {
    const quoted = `"${cell}"`
    const { posts, warnings } = await read(header + row(quoted))
    expect(posts[0]).toMatchObject({ id: 'csv:cf91d65328f190ab', at, url: undefined })
    expect(warnings).toEqual([
      'chat.csv: the spreadsheet has rounded the ids of 1 post: they are kept, without their link to X; to have both, export the ids as text',
    ])
    const known = await read(header + row(quoted, `http://twitter.com/dave/statuses/${id}`))
    expect(known.posts[0]).toMatchObject({ id, url: `https://x.com/dave/status/${id}` })
    expect(known.warnings).toEqual([])
  })

  test('a quoted post in the address column is not the post itself', async () => {
    const { posts } = await read(
      `handle,text,time,url\ndave,Hello,2016-07-14 20:49:07,https://x.com/anna/status/${id}\n`,
    )
    expect(posts[0]?.id).toMatch(/^csv:/)
  })

  test('an id of another year is not believed', async () => {
    const { posts, warnings } = await read(
      `${header}${idAt('2012-01-01T00:00:00Z')},dave,Hello,Thu Jul 14 19:49:07 +0000 2016,\n`,
    )
    expect(posts[0]).toMatchObject({ id: expect.stringMatching(/^csv:/), at, url: undefined })
    expect(warnings).toEqual([expect.stringMatching(/id and time of 1 post contradict each other/)])
  })

  test('local times of another zone give way to the ids', async () => {
    const { posts, warnings } = await read(`id,handle,text,time\n${id},dave,Hello,2016-07-14 15:49:07\n`)
    expect(posts[0]?.at).toBe(at)
    expect(warnings).toEqual([
      "chat.csv: the times are 5 hours behind the chat's zone, so those in the ids of 1 post were taken",
    ])
  })

  test('are made up alike at every reading, so rows that come twice are one post', async () => {
    const table = 'time,handle,text\n2010-12-17 13:02:11,sam,Hello\n2010-12-17 13:02:11,sam,Hello\n'
    expect((await read(table)).posts).toEqual((await read(table)).posts)
    expect((await read(table)).posts).toHaveLength(1)
  })

  test('one for two posts is refused', async () => {
    expect(await fault(`${header}${row(id)}${row(id).replace('Hello', 'Bye')}`)).toBe(
      `chat.csv:3: another post with the id ${id} stands at chat.csv:2: delete the wrong row`,
    )
  })
})

describe('cells', () => {
  const post = (text: string, name = 'Sam') => `2010-12-17 13:02:11;sam;${name};${text}`
  const header = 'time;handle;name;text'

  test.each([
    ['line breaks and quotes', `${header}\r\n${post('"One\r\n""two"""')}\r\n`, 'One\r\n"two"'],
    ['a byte order mark', `\uFEFF${header}\n${post('Hello')}\n`, 'Hello'],
    [
      'UTF-16 as Excel writes it',
      Buffer.from(`\uFEFF${header}\n${post('Shŵmae 😀')}\n`, 'utf16le'),
      'Shŵmae 😀',
    ],
    ['tabs without quotes', `${header}\n${post('"So" it is')}\n`.replaceAll(';', '\t'), '"So" it is'],
    [
      'escapes, where all rows are escaped',
      `${header}\n${post('"1 &lt; 2 &amp;amp; 3"')}\n`,
      '1 < 2 &amp; 3',
    ],
    ['escapes, where one row is not', `${header}\n${post('"write &amp; for &"')}\n`, 'write &amp; for &'],
    ['spaces and NUL', `${header}\n${post('  a\0b  ')}\n`, '  a\uFFFDb  '],
    ['blank rows', `\n${header}\n\n;;;\n${post('Hello')}\n;;;\n`, 'Hello'],
  ])('%s', async (_, content, text) => {
    const { posts, warnings } = await read(content)
    expect([posts.map(sourceText), warnings]).toEqual([[text], []])
  })

  test('become links, by what TAGS knows or by their look', async () => {
    const entities = JSON.stringify({
      urls: [
        {
          url: 'https://t.co/a',
          expanded_url: 'https://example.gov.uk/x',
          display_url: 'example.gov.uk/x',
          indices: [4, 18],
        },
      ],
    })
    const { posts } = await read(
      `created_at\tfrom_user\ttext\tentities_str\nFri Dec 17 13:02:11 +0000 2010\tsam\tSee https://t.co/a\t"${entities.replaceAll('"', '""')}"\nFri Dec 17 13:02:12 +0000 2010\tsam\tSee https://t.co/a.\t`,
    )
    expect(posts.map(plainText)).toEqual(['See example.gov.uk/x', 'See t.co/a.'])
    expect(posts.map(sourceText)).toEqual(['See https://t.co/a', 'See https://t.co/a.'])
  })

  test('of TAGS are all found', async () => {
    const { posts } = await read(
      'id_str,from_user,text,created_at,time,geo_coordinates,user_lang,in_reply_to_user_id_str,in_reply_to_screen_name,from_user_id_str,in_reply_to_status_id_str,source,profile_image_url,user_followers_count,user_friends_count,user_location,status_url,entities_str\n' +
        '753677725773271041,dave,@anna yes,Thu Jul 14 19:49:07 +0000 2016,14/07/2016 20:49:07,,en,99,anna,42,753677725773270001,,http://x/y.png,1,2,Leeds,http://twitter.com/dave/statuses/753677725773271041,\n',
    )
    expect(posts).toEqual([
      expect.objectContaining({
        id: '753677725773271041',
        at: '2016-07-14T19:49:07Z',
        author: { id: '42', handle: 'dave', name: '' },
        replyTo: '753677725773270001',
        replyToUser: '99',
        lang: undefined,
      }),
    ])
  })
})

describe('faults', () => {
  test.each([
    ['an empty file', ' \n', 'chat.csv: the file is empty: export it again, or take it out'],
    [
      'bytes of another encoding',
      Buffer.from([0x61, 0xff, 0x62]),
      'chat.csv: not UTF-8: save it again as "CSV UTF-8" or as JSON in UTF-8',
    ],
    [
      'no header',
      '2010-12-17 13:02:11,sam,Hello\n',
      'chat.csv:1: no column is called "text": name the columns in the first line: time, handle, name, text, address',
    ],
    [
      'a slip of the pen',
      'time,handle,txet\n',
      'chat.csv:1: no column is called "text": rename "txet" to "text"',
    ],
    [
      'no text',
      'time,handle,text\n\n2010-12-17 13:02:11,sam,\n',
      'chat.csv:3: this row has no text: fill it in, or delete the row',
    ],
    [
      'a cut file',
      'time,text\n2010-12-17 13:02:11,Hello\n2010-12-17 13:02:12,"Good',
      'chat.csv:3: a quote is opened and never closed: the file is cut off, or a quote in a text is not doubled',
    ],
    [
      'a single quote',
      'time,text\n2010-12-17 13:02:11,"a "b" c"\n',
      'chat.csv:2: a quote within a text must be doubled: write "" for each',
    ],
    [
      'a comma too many',
      'time,handle,text\n2010-12-17 13:02:11,sam,Yes, indeed\n',
      'chat.csv:2: this row has 4 cells and the first line 3: put quotes around a text that holds the separator',
    ],
  ])('%s', async (_, content, message) => {
    expect(await fault(content)).toBe(message)
  })
})
