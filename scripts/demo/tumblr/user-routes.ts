import { Hono } from 'hono'
import { answer } from './answer.ts'
import type { Blog } from './blog.ts'
import type { World } from './blog-routes.ts'
import type { Window } from './limits.ts'
import { toBlogInfo, toPostAnswer } from './post-shape.ts'
import { readListing } from './read-listing.ts'

/** Tumblr's addresses under /v2/user/: whoever the keys belong to. */
export function toUserRoutes({ blogs, redirects }: World): Hono {
  const app = new Hono()
  const own = blogs.filter((one) => one.own)

  app.get('/info', () => {
    const more = (n: number) => ({ primary: n === 0, type: 'public', tweet: 'N' })
    const user = { name: own[0]?.name ?? '', likes: 0, following: 0, default_post_format: 'html' }
    return answer(200, {
      user: { ...user, blogs: own.map((one, n) => ({ ...toBlogInfo(one), ...more(n) })) },
    })
  })
  app.get('/limits', () => answer(200, { user: Object.fromEntries(own.slice(0, 1).flatMap(toLimits)) }))
  app.get('/dashboard', (c) => {
    const listing = readListing(new URL(c.req.url).searchParams)
    for (const blog of own) blog.settle()
    const all = own.flatMap((blog) => blog.inDashboardOrder().map((post) => ({ blog, post })))
    const sorted = all.sort((a, b) => (b.post.publishedAt ?? 0) - (a.post.publishedAt ?? 0))
    const page = sorted.slice(listing.offset, listing.offset + listing.limit)
    return answer(200, {
      posts: page.map(({ blog, post }) => toPostAnswer(blog, post, { npf: listing.npf, redirects })),
    })
  })
  return app
}

function toLimits(blog: Blog): [string, unknown][] {
  const row = (description: string, { limit, remaining, resetAt }: Window) => ({
    description,
    limit,
    remaining,
    reset_at: resetAt,
  })
  return [
    ['posts', row('the number of posts you can publish per day', blog.postWindow())],
    ['photos', row('the number of images you can upload per day', blog.imageWindow())],
  ]
}
