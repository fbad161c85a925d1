import type { Blog } from './blog.ts'
import type { Block, StoredPost } from './wire.ts'

/** Kept things in Tumblr's words. */
export function toBlogInfo(blog: Blog): Record<string, unknown> {
  const posts = blog.inBlogOrder()
  return {
    name: blog.name,
    title: blog.name,
    description: '',
    url: blog.url,
    uuid: blog.uuid,
    posts: posts.length,
    total_posts: posts.length,
    updated: seconds(Math.max(0, ...posts.map((one) => one.publishedAt ?? one.date))),
    ask: true,
    ask_anon: true,
    submission_page_title: 'Submit',
    can_submit: true,
  }
}

export type Shown = {
  /** In the post format; else as HTML. */
  readonly npf: boolean
  /** Whether links come back led through Tumblr, as they may when posts are read. */
  readonly redirects: boolean
}

export function toPostAnswer(blog: Blog, post: StoredPost, shown: Shown): Record<string, unknown> {
  const content = shown.redirects ? post.content.map(throughTumblr) : post.content
  return {
    object_type: 'post',
    ...(shown.npf ? { type: 'blocks', original_type: determinedType(post.content) } : {}),
    ...(shown.npf ? {} : { type: determinedType(post.content), format: 'html' }),
    is_blocks_post_format: true,
    blog_name: blog.name,
    blog: { name: blog.name, uuid: blog.uuid, url: blog.url },
    id: BigInt(post.id),
    id_string: post.id,
    ...(post.genesisId === undefined ? {} : { genesis_post_id: post.genesisId }),
    post_url: `${blog.url}post/${post.id}${post.slug === '' ? '' : `/${post.slug}`}`,
    slug: post.slug,
    date: gmt(post.date),
    timestamp: seconds(post.date),
    state: post.state === 'queue' ? 'queued' : post.state,
    reblog_key: post.reblogKey,
    tags: post.tags,
    ...(post.sourceUrl === undefined
      ? {}
      : { source_url: post.sourceUrl, source_title: hostOf(post.sourceUrl) }),
    note_count: blog.notes.filter((one) => one.postId === post.id).length,
    ...(shown.npf ? { content, layout: post.layout, trail: [] } : { title: null, body: toBody(content) }),
  }
}

/** As the editor fetches a post: its id is a string there. */
export function toEditorAnswer(blog: Blog, post: StoredPost): Record<string, unknown> {
  const { id: _, ...answer } = toPostAnswer(blog, post, { npf: true, redirects: false })
  return {
    ...answer,
    id: post.id,
    tumblelog_uuid: blog.uuid,
    ...(post.state === 'queue'
      ? { queued_state: post.publishOn === undefined ? 'queued' : 'scheduled' }
      : {}),
    ...(post.publishOn === undefined ? {} : { publish_on: new Date(post.publishOn).toISOString() }),
    interactability_reblog: 'everyone',
  }
}

/** What the post format makes of a post for clients that know the old types only. */
export function determinedType(content: readonly Block[]): string {
  const has = (type: string) => content.some((one) => one.type === type)
  const subtype = (name: string) =>
    content.filter((one) => one.type === 'text' && one.subtype === name).length
  if (has('video')) return 'video'
  if (has('image')) return 'photo'
  if (has('audio')) return 'audio'
  if (subtype('quote') > 0) return 'quote'
  if (subtype('chat') > 1) return 'chat'
  return has('link') ? 'link' : 'text'
}

export function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000)
}

/** `2010-12-17 13:00:00 GMT` */
export function gmt(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} GMT`
}

function throughTumblr(block: Block): Block {
  if (block.type !== 'text' || !('formatting' in block) || !Array.isArray(block.formatting)) return block
  const formatting = block.formatting.map((one) =>
    one.type === 'link' ? { ...one, url: `https://href.li/?${one.url}` } : one,
  )
  return { ...block, formatting }
}

/** Enough HTML for those who read posts the old way. */
export function toBody(content: readonly Block[]): string {
  return content.map((one) => (one.type === 'text' ? `<p>${escaped(String(one.text))}</p>` : '')).join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function hostOf(url: string): string {
  return new URL(url).hostname
}
