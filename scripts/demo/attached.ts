import type { Placed } from './placed.ts'
import type { Picture } from './sample-post.ts'
import type { Media, Poll } from './wire.ts'

export function toMedia(
  post: Placed,
  shown: { picture: Picture; n: number; mediaUrl: (file: string) => string },
): Media {
  const { picture, n, mediaUrl } = shown
  const still = mediaUrl(picture.file)
  const number = { photo: 3, animated_gif: 16, video: 7 }[picture.kind]
  return {
    media_key: `${number}_${BigInt(post.ids[0] ?? 0) + BigInt(n) + 1n}`,
    type: picture.kind,
    ...(picture.kind === 'photo' ? { url: still } : { preview_image_url: still }),
    ...(picture.kind === 'photo'
      ? {}
      : { variants: [{ bit_rate: 0, content_type: 'video/mp4', url: still.replace(/\.\w+$/, '.mp4') }] }),
    ...(picture.alt === undefined ? {} : { alt_text: picture.alt }),
    width: picture.width,
    height: picture.height,
  }
}

export function toPoll(post: Placed, poll: NonNullable<Placed['poll']>): Poll {
  return {
    id: String(BigInt(post.ids[0] ?? 0) + 77n),
    options: poll.options.map((option, n) => ({ position: n + 1, ...option })),
    duration_minutes: poll.minutes,
    end_datetime: new Date(Date.parse(post.at) + poll.minutes * 60_000).toISOString(),
  }
}
