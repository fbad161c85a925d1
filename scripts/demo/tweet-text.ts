import { mark, type Wrapped } from './entities.ts'
import type { Placed } from './placed.ts'
import type { Media, Tweet, User } from './wire.ts'

/** What a post stands among. */
export type Surroundings = {
  readonly find: (reference: string) => Placed | undefined
  /** By lower-case handle. */
  readonly users: ReadonlyMap<string, User>
  readonly mediaUrl: (file: string) => string
}

/** Longer texts are cut, and stand whole in note_tweet. Code points. */
const longest = 280

type Typed = {
  readonly id: string
  readonly text: string
  readonly media: readonly Media[]
  readonly around: Surroundings
}

/** The text as X delivers it, with the addresses of what hangs on the post at its end. */
export function toText(
  post: Placed,
  { id, text, media, around }: Typed,
): Pick<Tweet, 'text' | 'entities' | 'note_tweet'> {
  const quoted = post.quotes === undefined ? undefined : around.find(post.quotes)
  const trailing: Wrapped[] = [
    ...(quoted ? [wrap(`https://x.com/${quoted.by}/status/${quoted.ids.at(-1)}`)] : []),
    ...media.map((item) => wrapPicture(post, item)),
  ]
  const marking = { wrap, userId: (handle: string) => around.users.get(handle.toLowerCase())?.id, trailing }
  const whole = mark(text, marking)
  const entities = whole.entities ? { entities: whole.entities } : {}
  if ([...text].length <= longest) return { text: whole.text, ...entities }

  const more = wrap(`https://x.com/i/web/status/${id}`)
  const cut = mark(`${cutAtWord(text)}…`, { ...marking, trailing: [more, ...trailing] })
  return {
    text: cut.text,
    ...(cut.entities ? { entities: cut.entities } : {}),
    note_tweet: { text: whole.text, ...entities },
  }
}

function cutAtWord(text: string): string {
  const start = [...text].slice(0, longest - 26).join('')
  return start.replace(/\s+\S*$/, '')
}

/** Made from the target, so that one address has one short form. */
function wrap(target: string): Wrapped {
  const display = target.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return {
    url: `https://t.co/${code(target)}`,
    expanded_url: target,
    display_url: [...display].length > 27 ? `${[...display].slice(0, 26).join('')}…` : display,
  }
}

function wrapPicture(post: Placed, item: Media): Wrapped {
  const target = `https://x.com/${post.by}/status/${post.ids[0]}/${item.type === 'photo' ? 'photo' : 'video'}/1`
  return {
    url: `https://t.co/${code(target)}`,
    expanded_url: target,
    display_url: `pic.x.com/${code(target)}`,
    media_key: item.media_key,
  }
}

/** Ten letters and digits, always the same for an address (FNV-1a, 64 bits). */
function code(target: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(target))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(36).padStart(10, '0').slice(-10)
}
