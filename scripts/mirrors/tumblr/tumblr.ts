import { createReadStream } from 'node:fs'
import type { Client } from 'tumblr.js'
import { z } from 'zod'
import type { Limit } from '../../model/allowance.ts'
import { addSeconds } from '../../model/zone.ts'
import type { Mirror, Standing } from '../mirror.ts'
import { MirrorTrouble } from '../trouble.ts'
import { created, post, posts } from './answers.ts'
import { type AskSettings, createAsk } from './ask.ts'
import { compose, type TumblrPiece } from './compose.ts'
import { linesOf } from './lines.ts'
import type { Block } from './npf.ts'

/** https://www.tumblr.com/docs/en/api/v2#rate-limits; a day of any 24 hours is within every calendar day. */
const limits: readonly Limit[] = [
  { what: 'calls', most: 290, seconds: 60 },
  { what: 'calls', most: 1000, seconds: 3600 },
  { what: 'calls', most: 5000, seconds: 86_400 },
  { what: 'posts', most: 250, seconds: 86_400 },
  { what: 'pictures', most: 250, seconds: 86_400 },
]

const pageSize = 20
/** Parts of one session are dated within a minute; more than so many seconds away is another one. */
const near = 120

/** A blog on Tumblr; `settings.blog` is its name. */
export function openTumblr(settings: AskSettings): Mirror<TumblrPiece> {
  const { blog } = settings
  const ask = createAsk(settings)
  const listBefore = (parameters: Readonly<Record<string, string | number>>) =>
    ask(
      (client) =>
        client.getRequest(`/v2/blog/${blog}/posts`, { npf: 'true', limit: pageSize, ...parameters }),
      posts,
    )
  return {
    name: 'tumblr',
    place: `${blog}.tumblr.com`,
    limits,
    compose,
    list: async (page) => {
      const { posts: found, total_posts: total = found.length } = await listBefore({
        offset: page * pageSize,
      })
      return { standing: found.map(toStanding), total, pageSize }
    },
    findNear: async (instant, page) => {
      const from = addSeconds(instant, -near)
      const before = seconds(instant) + near
      const found = (await listBefore({ before, offset: page * pageSize })).posts.map(toStanding)
      const standing = found.filter(({ at }) => at >= from)
      return { standing, hasMore: found.length >= pageSize && standing.length === found.length }
    },
    look: async (id) => {
      try {
        const found = toStanding(
          await ask((client) => client.getRequest(`/v2/blog/${blog}/posts/${id}`), post),
        )
        if (found.id === id) return found
        throw new MirrorTrouble('Tumblr answered with another post: run the command again later', 'soon')
      } catch (error) {
        if (isGone(error)) return undefined
        throw error
      }
    },
    create: async (piece) => {
      const { id } = await ask((client) => client.createPost(blog, toParameters(piece)), created)
      return id
    },
    edit: async (id, piece) => {
      await ask((client) => client.editPost(blog, id, toParameters(piece)), z.unknown())
    },
    remove: async (id) => {
      try {
        await ask((client) => client.deletePost(blog, id), z.unknown())
      } catch (error) {
        if (!isGone(error)) throw error
      }
    },
  }
}

type NpfPostParams = Exclude<Parameters<Client['createPost']>[1], { parent_post_id: string }>
type NpfContentBlock = NpfPostParams['content'][number]

/** The library uploads what is a stream of a file; it knows pictures at an address as well. */
function toContent(blocks: readonly Block[]): NpfContentBlock[] {
  return blocks.map((block) => {
    if (block.type === 'text') return block
    return { type: 'image', media: createReadStream(block.picture.path), alt_text: block.alt_text }
  })
}

/** All of it each time: what is not sent when a post is edited stays as it was, or is lost. */
function toParameters({ blocks, tags, at, slug, source }: TumblrPiece): NpfPostParams {
  return {
    content: toContent(blocks),
    state: 'published',
    tags,
    date: at,
    slug,
    ...(source !== undefined && { source_url: source }),
  }
}

function toStanding({ id, slug, at, content }: z.output<typeof post>): Standing {
  return { id, slug, at, lines: linesOf(content) }
}

function isGone(error: unknown): boolean {
  return error instanceof MirrorTrouble && error.again === 'gone'
}

function seconds(instant: string): number {
  return Date.parse(instant) / 1000
}
