import { describe, expect, test } from 'vitest'
import { plainText } from '../../../scripts/model/post.ts'
import { hidden, postOf, raw, reading, sam } from './answers.ts'

/** Ids that hold 17:57:01 and 17:57:11 on 3 October 2022. */
const [first, second] = ['1576994746135764992', '1576994789110992896']

describe('both generations of names', () => {
  const rest = { lang: 'en', attachments: { media_keys: ['3_1'], poll_ids: ['5'] } }
  const media = [
    {
      media_key: '3_1',
      type: 'photo',
      url: 'https://pbs.twimg.com/a.jpg',
      alt_text: 'A cat',
      width: 4,
      height: 3,
    },
  ]
  const polls = [
    {
      id: '5',
      options: [
        { position: 2, label: 'No', votes: 0 },
        { position: 1, label: 'Yes', votes: 3 },
      ],
      end_datetime: '2010-12-18T13:02:11.000Z',
    },
  ]
  const quoted = raw({ id: '9', text: 'Before' })
  const references = [
    { type: 'quoted', id: '9' },
    { type: 'replied_to', id: '8' },
  ]
  const old = {
    data: [
      raw({
        ...rest,
        referenced_tweets: references,
        edit_history_tweet_ids: ['10', '11'],
        withheld: { country_codes: ['IN'], scope: 'tweet' },
      }),
    ],
    includes: { users: [sam], tweets: [quoted], media, polls },
    meta: { result_count: 1 },
  }
  /* Made from the specification 2.167. */
  const renamed = {
    data: [
      raw({
        ...rest,
        referenced_posts: references,
        edit_history_post_ids: ['10', '11'],
        withheld: { country_codes: ['IN'], scope: 'post' },
        in_reply_to_user_id: null,
        entities: null,
      }),
    ],
    includes: { users: [sam], posts: [quoted], media, polls, topics: [] },
    meta: { result_count: 1, newest_id: '10' },
  }

  test('give the same post', () => {
    expect(reading(renamed)).toEqual(reading(old))
    expect(reading(old).posts[0]).toMatchObject({
      id: '10',
      at: '2010-12-17T13:02:11Z',
      author: { id: '7', handle: 'sam', name: 'Sam' },
      url: 'https://x.com/sam/status/10',
      media: [
        {
          kind: 'photo',
          url: 'https://pbs.twimg.com/a.jpg',
          file: undefined,
          alt: 'A cat',
          width: 4,
          height: 3,
        },
      ],
      poll: {
        options: [
          { label: 'Yes', votes: 3 },
          { label: 'No', votes: 0 },
        ],
        endsAt: '2010-12-18T13:02:11Z',
      },
      lang: 'en',
      replyTo: '8',
      quotes: '9',
      quoted: { id: '9', text: ['Before'], quoted: undefined },
      versions: ['10', '11'],
      withheldIn: ['IN'],
    })
  })
})

describe('an edited post', () => {
  const history = { edit_history_tweet_ids: [first, second] }
  const before = raw({
    ...history,
    id: first,
    text: 'Befor',
    created_at: '2022-10-03T17:57:01.000Z',
    conversation_id: first,
  })
  const after = raw({
    ...history,
    id: second,
    text: 'After',
    created_at: '2022-10-03T17:57:11.000Z',
    conversation_id: second,
  })
  const expected = {
    id: first,
    at: '2022-10-03T17:57:01Z',
    text: ['After'],
    versions: [first, second],
    conversation: undefined,
  }

  test.each([
    ['with its first version', { data: [after], includes: { users: [sam], tweets: [before] } }],
    ['alone', { data: [after], includes: { users: [sam] } }],
    ['found before the edit', { data: [before], includes: { users: [sam], tweets: [after] } }],
    ['found in both versions', { data: [before, after], includes: { users: [sam] } }],
  ])('%s is one post, the newest text under the first id and time', (_, page) => {
    const { posts } = reading(page)
    expect(posts).toHaveLength(1)
    expect(posts[0]).toMatchObject({ ...expected, url: `https://x.com/sam/status/${first}` })
  })

  test('read before and after the edit is the newest', () => {
    const early = raw({
      ...history,
      id: first,
      text: 'Befor',
      edit_history_tweet_ids: [first],
      created_at: '2022-10-03T17:57:01.000Z',
    })
    const { posts } = reading(
      { data: [early], includes: { users: [sam] } },
      { data: [after], includes: { users: [sam] } },
    )
    expect(posts).toEqual([expect.objectContaining({ id: first, text: ['After'] })])
  })

  test('is answered and quoted under its first id, quoted as it then was', () => {
    const reply = raw({
      id: '1577000000000000000',
      referenced_tweets: [
        { type: 'replied_to', id: second },
        { type: 'quoted', id: first },
      ],
    })
    const [post] = reading({ data: [reply], includes: { users: [sam], tweets: [before, after] } }).posts
    expect(post).toMatchObject({ replyTo: first, quotes: first, quoted: { id: first, text: ['Befor'] } })
  })
})

describe('protected accounts', () => {
  test('and repeats of what they said are left out and counted', () => {
    const { posts, dropped } = reading({
      data: [
        raw(),
        raw({ id: '11', author_id: '8' }),
        raw({ id: '12', referenced_tweets: [{ type: 'retweeted', id: '9' }] }),
      ],
      includes: { users: [sam, hidden], tweets: [raw({ id: '9', author_id: '8' })] },
    })
    expect(posts.map((post) => post.id)).toEqual(['10'])
    expect(dropped).toEqual({ protectedPosts: 2 })
  })

  test('leave but their id where they are quoted', () => {
    const post = postOf(
      { referenced_tweets: [{ type: 'quoted', id: '9' }] },
      { users: [sam, hidden], tweets: [raw({ id: '9', author_id: '8', text: 'Not for all' })] },
    )
    expect(post).toMatchObject({ quotes: '9', quoted: undefined })
    expect(JSON.stringify(post)).not.toContain('Not for all')
  })

  test('are so for all pages once one page says it', () => {
    const { posts } = reading(
      { data: [raw({ author_id: '8' })], includes: { users: [hidden] } },
      {
        data: [raw({ id: '11', author_id: '8' })],
        includes: { users: [{ ...hidden, protected: undefined }] },
      },
    )
    expect(posts).toEqual([])
  })
})

describe('what is missing', () => {
  test('is told by its ids', () => {
    const page = reading({
      data: [
        raw({
          author_id: '99',
          referenced_tweets: [
            { type: 'quoted', id: '3' },
            { type: 'replied_to', id: '20' },
          ],
        }),
      ],
      errors: [
        {
          type: 'https://api.twitter.com/2/problems/resource-not-found',
          detail: 'Gone',
          resource_type: 'tweet',
        },
      ],
    })
    expect(page.missing).toEqual({ authors: ['99'], posts: ['3', '20'] })
    expect(page.posts[0]).toMatchObject({
      author: { id: '99', handle: undefined, name: '' },
      url: 'https://x.com/i/status/10',
      quotes: '3',
      quoted: undefined,
    })
    expect(page.warnings).toEqual([])
  })

  test.each([
    ['a handle beside the post', { username: 'sam2' }, {}, { handle: 'sam2', name: '' }],
    ['no author at all', { author_id: undefined }, {}, { id: undefined, handle: undefined, name: '' }],
    ['a user without a name', {}, { users: [{ id: '7', username: 'sam' }] }, { handle: 'sam', name: '' }],
    ['lists that are null', {}, { users: null, tweets: null, media: null }, { id: '7', handle: undefined }],
  ])('%s', (_, fields, includes, author) => {
    expect(postOf(fields, includes).author).toMatchObject(author)
  })

  test('other problems are told to the host', () => {
    const { warnings } = reading({
      data: [raw()],
      errors: [{ type: 'https://api.x.com/2/problems/field-unauthorized', detail: 'No\nalt text.' }],
    })
    expect(warnings).toEqual(['X left something out: No alt text.'])
  })
})

describe('times', () => {
  test.each([
    ['2010-12-17T13:02:11.999Z', '2010-12-17T13:02:11Z'],
    ['2010-12-17T13:02:11Z', '2010-12-17T13:02:11Z'],
  ])('%s', (created_at, at) => expect(postOf({ created_at }).at).toBe(at))

  test('stand in the id where X gives none', () => {
    expect(postOf({ id: second, created_at: undefined }).at).toBe('2022-10-03T17:57:11Z')
    expect(() => postOf({ id: '123', created_at: undefined })).toThrow(/post 123 has no time/)
  })
})

test.each([
  ['<b>', 'https://x.com/%3Cb%3E/status/10'],
  ['../..', 'https://x.com/..%2F../status/10'],
  ['\uD83D', 'https://x.com/%EF%BF%BD/status/10'],
  ['a"b', 'https://x.com/a%22b/status/10'],
])('a handle like %s stays within the address', (username, url) => {
  expect(postOf({}, { users: [{ ...sam, username }] }).url).toBe(url)
})

/* GIFs are in no recording: made from the specification. */
test.each([
  [
    { media_key: '16_1', type: 'animated_gif', preview_image_url: 'https://pbs.twimg.com/g.jpg' },
    { kind: 'gif', url: 'https://pbs.twimg.com/g.jpg' },
  ],
  [
    { media_key: '7_1', type: 'video', preview_image_url: 'https://pbs.twimg.com/v.jpg', width: 0 },
    { kind: 'video', url: 'https://pbs.twimg.com/v.jpg', width: undefined },
  ],
  [
    { media_key: '3_1', type: 'photo', url: 'javascript:alert(1)', alt_text: '' },
    { kind: 'photo', url: '', alt: undefined },
  ],
  [
    { media_key: '3_1', type: 'hologram', url: 'https://a.org/h.jpg' },
    { kind: 'photo', url: 'https://a.org/h.jpg' },
  ],
  [{ media_key: '13_1' }, { kind: 'video', url: '' }],
])('media %j', (media, expected) => {
  const post = postOf({ attachments: { media_keys: [media.media_key] } }, { users: [sam], media: [media] })
  expect(post.media).toMatchObject([expected])
})

test('media of which only the key is known is still there', () => {
  expect(postOf({ attachments: { media_keys: ['16_9'] } }).media).toMatchObject([{ kind: 'gif', url: '' }])
})

test.each([
  ['en', 'en'],
  ['in', 'id'],
  ['iw', 'he'],
  ['zh-TW', 'zh-TW'],
  ['und', undefined],
  ['qme', undefined],
  ['"><b>', undefined],
])('language %s is %s', (lang, expected) => expect(postOf({ lang }).lang).toBe(expected))

test('a withheld account is withheld with all its posts', () => {
  const users = [{ ...sam, withheld: { country_codes: ['TR', 'DE'], scope: 'user' } }]
  expect(postOf({ withheld: { country_codes: ['DE'] } }, { users }).withheldIn).toEqual(['DE', 'TR'])
})

test('posts come in the order they were said, ids beyond 2^53 by value', () => {
  const ids = ['9007199254740993', '9007199254740992', '999']
  const { posts } = reading({ data: ids.map((id) => raw({ id })), includes: { users: [sam] } })
  expect(posts.map((post) => post.id)).toEqual(['999', '9007199254740992', '9007199254740993'])
})

test('one id for two posts is refused', () => {
  const page = (fields: object) => ({ data: [raw({ ...fields })], includes: { users: [sam] } })
  expect(() => reading(page({}), page({ text: 'Bye' }))).toThrow('page 2: two different posts have the id 10')
  expect(() => reading(page({}), page({ author_id: '5' }))).toThrow(
    'page 2: two different posts have the id 10',
  )
  expect(reading(page({}), page({ public_metrics: { like_count: 3 } })).posts.map(plainText)).toEqual([
    'Hello',
  ])
})
