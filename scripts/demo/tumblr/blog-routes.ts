import { type Context, Hono } from 'hono'
import { answer } from './answer.ts'
import type { Blog } from './blog.ts'
import type { Pictures } from './media.ts'
import { listNotes } from './notes.ts'
import { toSubmissionAnswer } from './people-shape.ts'
import { toBlogInfo, toEditorAnswer, toPostAnswer } from './post-shape.ts'
import { readBody } from './read-body.ts'
import { readDraft } from './read-draft.ts'
import { readListing, readNumber } from './read-listing.ts'
import { badParameter, notFound, notYours, Refused } from './refusals.ts'

export type World = {
  readonly blogs: readonly Blog[]
  readonly pictures: Pictures
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Whether links come back led through Tumblr where posts are read. */
  readonly redirects: boolean
  /** Seconds before a new post is among those that are listed. */
  readonly lag: number
}

const types = 'text|quote|link|answer|video|audio|photo|chat'

/** Tumblr's addresses under /v2/blog/. */
export function toBlogRoutes(world: World): Hono {
  const app = new Hono()
  const blogOf = (c: Context): Blog => findBlog(world, c)
  const ownBlogOf = (c: Context): Blog => {
    const blog = findBlog(world, c)
    if (!blog.own) throw new Refused(notYours)
    return blog
  }

  app.get('/:blog/info', (c) => answer(200, { blog: toBlogInfo(blogOf(c)) }))
  app.get('/:blog/notes', (c) => answer(200, listNotes(blogOf(c), new URL(c.req.url).searchParams)))
  app.get('/:blog/posts/submission', (c) => {
    const blog = ownBlogOf(c)
    const offset = readNumber(new URL(c.req.url).searchParams, 'offset') ?? 0
    const newest = [...blog.submissions].reverse().slice(offset, offset + 20)
    return answer(200, { posts: newest.map((one) => toSubmissionAnswer(blog, one)) })
  })
  app.get('/:blog/posts/:list{queue|draft}', (c) => {
    const blog = ownBlogOf(c)
    const posts = blog.all().filter((one) => one.state === c.req.param('list'))
    const shown = { npf: true, redirects: world.redirects }
    return answer(200, { posts: posts.slice(0, 20).map((one) => toPostAnswer(blog, one, shown)) })
  })
  app.get('/:blog/posts', (c) => answer(200, listPosts(world, c)))
  app.get(`/:blog/posts/:type{${types}}`, (c) => answer(200, listPosts(world, c)))
  app.get('/:blog/posts/:id{\\d+}', (c) => {
    const blog = ownBlogOf(c)
    return answer(200, toEditorAnswer(blog, blog.find(c.req.param('id'))))
  })

  app.post('/:blog/posts', async (c) => {
    const blog = ownBlogOf(c)
    const { id, state } = blog.create(await readPost(world, blog, c.req.raw))
    return answer(201, { id, state, display_text: `Posted to ${blog.name}` })
  })
  app.put('/:blog/posts/:id{\\d+}', async (c) => {
    const blog = ownBlogOf(c)
    blog.find(c.req.param('id'))
    const { id } = blog.edit(c.req.param('id'), await readPost(world, blog, c.req.raw))
    return answer(200, { id })
  })
  app.post('/:blog/post/delete', async (c) => {
    const blog = ownBlogOf(c)
    const { id } = (await readBody(c.req.raw)).params
    if (!/^\d+$/.test(String(id))) throw new Refused(badParameter('id: names no post'))
    blog.remove(String(id))
    return answer(200, { id: BigInt(String(id)), id_string: String(id) })
  })
  return app
}

/** Published posts, the newest date first. */
function listPosts(world: World, c: Context): Record<string, unknown> {
  const blog = findBlog(world, c)
  const query = new URL(c.req.url).searchParams
  const type = c.req.param('type')
  if (type !== undefined) query.set('type', type)
  const listing = readListing(query)
  const listed = blog.inBlogOrder().filter((one) => (one.publishedAt ?? 0) <= world.now() - world.lag * 1000)
  const found = listing.select(listed)
  if (listing.id !== undefined && found.length === 0) throw new Refused(notFound)
  const page = found.slice(listing.offset, listing.offset + listing.limit)
  const shown = { npf: listing.npf, redirects: world.redirects }
  return {
    blog: toBlogInfo(blog),
    posts: page.map((one) => toPostAnswer(blog, one, shown)),
    total_posts: found.length,
  }
}

/** A blog by its name, its host name or its uuid. */
function findBlog({ blogs }: World, c: Context): Blog {
  const identifier = c.req.param('blog') ?? ''
  const found = blogs.find(({ name, uuid }) => [name, `${name}.tumblr.com`, uuid].includes(identifier))
  if (!found) throw new Refused(notFound)
  found.settle()
  return found
}

async function readPost({ now, pictures }: World, blog: Blog, request: Request) {
  const { params, uploads } = await readBody(request)
  const draft = readDraft(params, now())
  blog.takeImages(uploads.size)
  return { ...draft, content: await pictures.resolve(draft.content, uploads) }
}
