import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTumblr, type Tumblr } from '../../../scripts/demo/tumblr/stand-in.ts'
import { type Client, startClient } from './client.ts'

const picture = fileURLToPath(new URL('../../../scripts/demo/sample/pictures/snowman.png', import.meta.url))
const text = (words: string) => ({ type: 'text', text: words })

let tumblr: Tumblr
let client: Client
beforeAll(async () => {
  tumblr = await startTumblr({ now: '2010-12-20T09:00:00Z' })
  client = await startClient(tumblr)
})
afterAll(async () => {
  client.close()
  await tumblr.close()
})

describe("through Tumblr's own client", () => {
  test('a post is created, read, edited and deleted', async () => {
    const { id } = await client.call('createPost', 'lgovsm', {
      content: [{ ...text('Summary'), subtype: 'heading1' }, text('An hour on snow')],
      tags: ['lgovsm', 'snow, ice'],
      date: '2010-12-17T13:00:00Z',
      slug: 'lgovsm-2010-12-17',
      source_url: 'https://archive.example/lgovsm/2010-12-17/',
    })
    expect(id).toMatch(/^\d{18}$/)
    const { posts } = await client.call('blogPosts', 'lgovsm', { npf: true, tag: 'Snow' })
    expect(posts).toMatchObject([
      {
        type: 'blocks',
        id_string: id,
        tags: ['lgovsm', 'snow', 'ice'],
        date: '2010-12-17 13:00:00 GMT',
        timestamp: 1_292_590_800,
        state: 'published',
        slug: 'lgovsm-2010-12-17',
        source_url: 'https://archive.example/lgovsm/2010-12-17/',
        content: [{ subtype: 'heading1', text: 'Summary' }, { text: 'An hour on snow' }],
      },
    ])
    expect(await client.call('editPost', 'lgovsm.tumblr.com', id, { content: [text('Corrected')] })).toEqual({
      id,
    })
    expect(tumblr.posts()).toMatchObject([{ content: [{ text: 'Corrected' }], tags: [], edits: 1 }])
    await client.call('deletePost', 'lgovsm', id)
    expect(tumblr.posts()).toEqual([])
    await expect(client.call('deletePost', 'lgovsm', id)).rejects.toThrow('API error: 404 Not Found')
  })

  test('a picture is uploaded with its alt text', async () => {
    const image = { type: 'image', media: { file: picture }, alt_text: 'A snowman' }
    const { id } = await client.call('createPost', 'lgovsm', { content: [text('Look'), image] })
    const post = tumblr.posts().find((one) => one.id === id)
    expect(post?.content[1]).toMatchObject({
      alt_text: 'A snowman',
      media: [
        {
          type: 'image/png',
          url: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+\/media\/\w+\/s\d+x\d+\.png$/),
        },
      ],
    })
  })

  test.each([
    ['userInfo', [], { user: { name: 'lgovsm', blogs: [{ name: 'lgovsm', primary: true }] } }],
    ['blogInfo', ['lgovsm'], { blog: { name: 'lgovsm', uuid: expect.stringMatching(/^t:/) } }],
    ['blogSubmissions', ['lgovsm', { offset: 0 }], { posts: [] }],
    ['getRequest', ['/v2/user/limits'], { user: { posts: { limit: 250 }, photos: { limit: 250 } } }],
  ])('%s', async (method, args, wanted) => {
    expect(await client.call(method, ...args)).toMatchObject(wanted)
  })

  test('two tags are asked for as an array', async () => {
    const both = await client.call('createPost', 'lgovsm', {
      content: [text('x')],
      tags: ['a b', "it's (c)!"],
    })
    const { posts } = await client.call('blogPosts', 'lgovsm', { tag: ['a b', "it's (c)!"], npf: true })
    expect(posts).toMatchObject([{ id_string: both.id }])
  })

  test.each([
    ['no such blog', 'createPost', ['nobody', { content: [text('x')] }], '404 Not Found'],
    ['no such post', 'editPost', ['lgovsm', '738472918273646592', { content: [text('x')] }], '404 Not Found'],
    ['a bad block', 'createPost', ['lgovsm', { content: [{ type: 'poem' }] }], '400 Bad Request'],
  ])('%s', async (_, method, args, message) => {
    await expect(client.call(method, ...args)).rejects.toThrow(`API error: ${message}`)
  })

  test('an id read as a number is another id', async () => {
    const { posts } = await client.call('blogPosts', 'lgovsm', { npf: true })
    const [first] = posts as { id: number; id_string: string }[]
    expect(String(first?.id)).not.toBe(first?.id_string)
  })
})

test('wrong secrets are refused', async () => {
  const other = await startClient(tumblr, { tokenSecret: 'guessed' })
  await expect(other.call('userInfo')).rejects.toThrow('API error: 401 Unauthorized')
  other.close()
})
