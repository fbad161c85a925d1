import { z } from 'zod'
import { formatInstant } from '../../model/instant.ts'

/** Tumblr's ids pass 2^53: they are digits, and stay so. Those of its first years are short, and come as numbers. */
const id = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[1-9][0-9]{0,24}$/))

/** Every answer is one of these; `response` of a refusal may be anything. */
export const envelope = z.object({
  meta: z.object({ status: z.number(), msg: z.string().catch('') }),
  response: z.unknown(),
  errors: z
    .array(z.object({ title: z.string().catch(''), code: z.number().catch(0) }))
    .nullish()
    .catch([]),
})

export const created = z.object({ id })

const block = z.union([
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image'), alt_text: z.string().optional().catch(undefined) }),
])

/** Blocks of other kinds were put there by hand, and have no words. */
export const content = z.array(z.unknown()).transform((blocks) =>
  blocks.flatMap((one) => {
    const { data } = block.safeParse(one)
    return data ? [data] : []
  }),
)

export const post = z
  .object({
    id: z.unknown().optional(),
    id_string: z.unknown().optional(),
    slug: z.string().catch(''),
    timestamp: z.number().int().catch(0),
    content,
  })
  .transform((raw, context) => {
    const own = id.safeParse(raw.id_string ?? raw.id)
    const at = formatInstant(raw.timestamp * 1000)
    if (own.success) return { id: own.data, slug: raw.slug, at, content: raw.content }
    context.addIssue('a post needs an id')
    return z.NEVER
  })

export const posts = z.object({
  posts: z.array(post),
  total_posts: z.number().int().nonnegative().optional(),
})

/** JSON with whole numbers beyond 2^53 as texts, so that no digit is lost. */
export function parseExactly(text: string): unknown {
  // By marks and not by whole texts, which may be longer than a pattern can remember. `\` stands in texts alone.
  let isText = false
  const exact = text.replace(/\\.|"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => {
    if (token === '"') isText = !isText
    return !isText && /^-?\d{16,}$/.test(token) ? `"${token}"` : token
  })
  return JSON.parse(exact)
}
