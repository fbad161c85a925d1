import { z } from 'zod'
import { badFormat, Refused } from './refusals.ts'

/** The post format as it is sent; what it may not hold is refused with 400.8001. */
const subtypes = [
  'heading1',
  'heading2',
  'quirky',
  'quote',
  'indented',
  'chat',
  'ordered-list-item',
  'unordered-list-item',
] as const
const indentable: readonly (string | undefined)[] = ['indented', 'ordered-list-item', 'unordered-list-item']

const address = z
  .string()
  .refine((url) => /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url), 'must be an URL')
const span = { start: z.int().min(0), end: z.int().min(1) }
const formatting = z.discriminatedUnion('type', [
  z.object({ ...span, type: z.enum(['bold', 'italic', 'strikethrough', 'small']) }),
  z.object({ ...span, type: z.literal('link'), url: address }),
  z.object({ ...span, type: z.literal('mention'), blog: z.object({ uuid: z.string().startsWith('t:') }) }),
  z.object({ ...span, type: z.literal('color'), hex: z.string().regex(/^#[0-9a-f]{6}$/i) }),
])

const text = z
  .object({
    type: z.literal('text'),
    text: z.string(),
    subtype: z.enum(subtypes).optional(),
    indent_level: z.int().min(0).max(7).optional(),
    formatting: z.array(formatting).optional(),
  })
  .refine(
    (block) => !block.indent_level || indentable.includes(block.subtype),
    'indent_level needs a list item',
  )

/** Either what was uploaded under a name, or an address. */
const media = z.object({
  identifier: z.string().optional(),
  url: address.optional(),
  type: z.string().optional(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
})

const image = z.object({
  type: z.literal('image'),
  media: z.union([z.array(media).min(1), media.transform((one) => [one])]),
  alt_text: z.string().optional(),
  caption: z.string().optional(),
})

const link = z.looseObject({ type: z.literal('link'), url: address })
const embed = z.looseObject({ type: z.enum(['audio', 'video']), url: address })

const block = z.discriminatedUnion('type', [text, image, link, embed])
const content = z.array(block, { error: "'content' must be an array" })

export type SentBlock = z.output<typeof block>
export type SentMedia = z.output<typeof media>

export function parseContent(sent: unknown): SentBlock[] {
  const { data, error } = content.safeParse(sent)
  if (data) return trimmed(data)
  const first = error.issues[0]
  throw new Refused(
    badFormat(`${['content', ...(first?.path ?? [])].join('.')}: ${first?.message ?? 'invalid'}`),
  )
}

const layout = z.array(
  z.discriminatedUnion('type', [
    z.looseObject({
      type: z.literal('rows'),
      display: z.array(z.looseObject({ blocks: z.array(z.int().min(0)) })),
      truncate_after: z.int().min(0).optional(),
    }),
    z.looseObject({ type: z.literal('condensed'), blocks: z.array(z.int().min(0)) }),
    z.looseObject({ type: z.literal('ask'), blocks: z.array(z.int().min(0)) }),
  ]),
)

export function parseLayout(sent: unknown, blocks: number): z.output<typeof layout> {
  const { data, error } = layout.safeParse(sent ?? [])
  if (!data) throw new Refused(badFormat(`layout: ${error.issues[0]?.message ?? 'invalid'}`))
  const named = data.flatMap((one) =>
    one.type === 'rows' ? one.display.flatMap((row) => row.blocks) : one.blocks,
  )
  if (named.some((index) => index >= blocks))
    throw new Refused(badFormat('layout: names a block that is not there'))
  return data
}

/** Empty text at the start and at the end is dropped. */
function trimmed(blocks: readonly SentBlock[]): SentBlock[] {
  const isEmpty = (one: SentBlock) => one.type === 'text' && one.text === ''
  const first = blocks.findIndex((one) => !isEmpty(one))
  const last = blocks.findLastIndex((one) => !isEmpty(one))
  return first < 0 ? [] : blocks.slice(first, last + 1)
}
