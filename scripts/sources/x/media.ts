import type { Media, Poll } from '../../model/post.ts'
import { isWebAddress } from '../link.ts'
import type { XMedia, XPoll } from './answer.ts'
import { findInstant } from './time.ts'

/** A picture, or the still of a film; where X gave no more than the key, that something was there. */
export function toMedia(key: string, media: XMedia | undefined): Media {
  const url = media?.url ?? media?.preview_image_url ?? ''
  return {
    kind: kinds.get(media?.type ?? '') ?? kindOfKey(key),
    url: isWebAddress(url) ? url : '',
    file: undefined,
    alt: media?.alt_text === '' ? undefined : media?.alt_text,
    width: media?.width,
    height: media?.height,
  }
}

const kinds: ReadonlyMap<string, Media['kind']> = new Map([
  ['photo', 'photo'],
  ['video', 'video'],
  ['animated_gif', 'gif'],
])

/** Media keys begin with a number for the kind: 3 photo, 7 and 13 video, 16 GIF. */
function kindOfKey(key: string): Media['kind'] {
  if (/^(7|13)_/.test(key)) return 'video'
  return key.startsWith('16_') ? 'gif' : 'photo'
}

/** A poll with its options as the author ordered them. */
export function toPoll(poll: XPoll): Poll {
  const options = poll.options.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
  return {
    options: options.map(({ label, votes }) => ({ label, votes })),
    endsAt: findInstant(poll.end_datetime),
  }
}
