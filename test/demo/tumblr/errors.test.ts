import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTumblr, type Tumblr } from '../../../scripts/demo/tumblr/stand-in.ts'
import { ask } from './ask.ts'

const picture = readFileSync(new URL('../../../scripts/demo/sample/pictures/snowman.png', import.meta.url))
const content = [{ type: 'text', text: 'x' }]

let tumblr: Tumblr
let id: string
beforeAll(async () => {
  tumblr = await startTumblr({ blogs: ['lgovsm', 'second'], others: ['somebody'] })
  id = String((await ask(tumblr, 'blog/lgovsm/posts', { method: 'POST', body: { content } })).response.id)
})
afterAll(() => tumblr.close())

describe('refusals', () => {
  test.each([
    ['POST', 'blog/nobody/posts', { content }, 404, 'Not Found', 0],
    ['POST', 'blog/somebody/posts', { content }, 403, 'Forbidden', 0],
    ['GET', 'blog/somebody/posts/submission', undefined, 403, 'Forbidden', 0],
    ['POST', 'blog/lgovsm/posts', { content, parent_post_id: '1' }, 400, 'Bad Request', 8002],
    ['PUT', 'blog/lgovsm/posts/1', { content }, 404, 'Not Found', 0],
    ['GET', 'blog/lgovsm/posts/1', undefined, 404, 'Not Found', 0],
    ['GET', 'blog/lgovsm/posts?id=1', undefined, 404, 'Not Found', 0],
    ['GET', 'blog/nobody/info', undefined, 404, 'Not Found', 0],
    ['POST', 'blog/lgovsm/post/delete', { id: '1' }, 404, 'Not Found', 0],
    ['POST', 'blog/lgovsm/post/delete', {}, 400, 'Bad Request', 0],
    ['GET', 'blog/lgovsm/notes?id=1', undefined, 404, 'Not Found', 0],
    ['GET', 'blog/lgovsm/posts?offset=x', undefined, 400, 'Bad Request', 0],
    [
      'GET',
      'blog/lgovsm/posts?tag[0]=a&tag[1]=b&tag[2]=c&tag[3]=d&tag[4]=e',
      undefined,
      400,
      'Bad Request',
      0,
    ],
    ['GET', 'no/such/address', undefined, 404, 'Not Found', 0],
  ])('%s %s with %j: %i', async (method, path, body, status, msg, code) => {
    const [address = '', search = ''] = path.split('?')
    const query = Object.fromEntries(new URLSearchParams(search))
    const answer = await ask(tumblr, address, { method, body, query })
    expect([answer.status, answer.meta, answer.code]).toEqual([status, { status, msg }, code])
  })

  test('without a User-Agent', async () => {
    expect((await ask(tumblr, 'user/info', { headers: { 'user-agent': '' } })).status).toBe(403)
  })

  test('the list of calls says why', () => {
    expect(tumblr.calls.map((one) => one.refusal)).toContain('403.0: You cannot post to this blog')
  })
})

describe('a blog goes by', () => {
  test.each(['lgovsm', 'lgovsm.tumblr.com', 'uuid'])('%s', async (name) => {
    const { response } = await ask(tumblr, 'blog/lgovsm/info')
    const { uuid } = response.blog as { uuid: string }
    const found = await ask(tumblr, `blog/${name === 'uuid' ? uuid : name}/info`)
    expect(found.response).toMatchObject({ blog: { name: 'lgovsm', posts: 1 } })
  })
})

describe('pictures', () => {
  const image = (identifier: string) => ({ type: 'image', media: [{ identifier }], alt_text: 'A snowman' })
  const send = (parts: Record<string, Uint8Array | string>, blocks: readonly unknown[]) => {
    const border = 'border-7'
    const head = (name: string, file: boolean) =>
      `--${border}\r\ncontent-disposition: form-data; name="${name}"${file ? '; filename="a.png"\r\ncontent-type: image/png' : ''}\r\n\r\n`
    const pieces = [
      head('json', false),
      JSON.stringify({ content: blocks }),
      '\r\n',
      ...Object.entries(parts).flatMap(([name, bytes]) => [head(name, true), bytes, '\r\n']),
      `--${border}--\r\n`,
    ]
    return ask(tumblr, 'blog/lgovsm/posts', {
      method: 'POST',
      body: Buffer.concat(pieces.map((piece) => Buffer.from(piece))),
      headers: { 'content-type': `multipart/form-data; boundary=${border}` },
    })
  }

  test('are called by the name they were uploaded under', async () => {
    const { status, response } = await send({ one: picture, two: picture }, [image('two'), image('one')])
    expect(status).toBe(201)
    const stored = tumblr.posts().find((post) => post.id === response.id)
    expect(stored?.content).toMatchObject([{ alt_text: 'A snowman' }, { media: [{ type: 'image/png' }] }])
  })

  test.each([
    ['a name that was not uploaded', { one: picture }, 'two', 8001],
    ['text for a picture', { one: 'no picture' }, 'one', 8005],
    ['half a head', { one: picture.subarray(0, 12) }, 'one', 8005],
    ['too big', { one: Buffer.concat([picture, Buffer.alloc(10_000_001)]) }, 'one', 8005],
  ])('%s', async (_, parts, identifier, code) => {
    const answer = await send(parts, [image(identifier)])
    expect([answer.status, answer.code]).toEqual([400, code])
  })
})

test('a second blog has its own posts', async () => {
  await ask(tumblr, 'blog/second/posts', { method: 'POST', body: { content } })
  expect(tumblr.posts('second').length).toBe(1)
  expect(tumblr.posts().some((one) => one.id === id)).toBe(true)
})
