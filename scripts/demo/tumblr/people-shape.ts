import type { Blog } from './blog.ts'
import { determinedType, gmt, seconds, toBody } from './post-shape.ts'
import type { Note, Submission } from './wire.ts'

/** What people sent in and did, in Tumblr's words. */
export function toSubmissionAnswer(blog: Blog, one: Submission): Record<string, unknown> {
  return {
    type: determinedType(one.content),
    blog_name: blog.name,
    id: BigInt(one.id),
    id_string: one.id,
    post_url: `${blog.url}submissions/${one.id}`,
    slug: '',
    date: gmt(one.at),
    timestamp: seconds(one.at),
    state: 'submission',
    format: 'html',
    reblog_key: '',
    tags: one.tags,
    short_url: '',
    is_submission: true,
    is_blocks_post_format: true,
    title: null,
    body: toBody(one.content),
    content: one.content,
    layout: [],
    trail: [],
    ...(one.by === undefined ? {} : { post_author: one.by, author: one.by }),
    ...(one.anonymousName === undefined ? {} : { anonymous_name: one.anonymousName }),
    ...(one.anonymousEmail === undefined ? {} : { anonymous_email: one.anonymousEmail }),
  }
}

export function toNoteAnswer(blog: Blog, note: Note): Record<string, unknown> {
  return {
    type: note.type,
    timestamp: seconds(note.at),
    blog_name: note.by,
    blog_uuid: `t:${note.by}`,
    blog_url: `https://${note.by}.tumblr.com/`,
    followed: false,
    avatar_shape: 'square',
    ...(note.type === 'reply' ? { reply_text: note.text, formatting: [] } : {}),
    ...(note.type === 'reblog'
      ? {
          post_id: note.reblogId,
          reblog_parent_blog_name: blog.name,
          tags: note.tags,
          ...(note.text === '' ? {} : { added_text: note.text }),
        }
      : {}),
  }
}
