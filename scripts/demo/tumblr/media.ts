import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { SentBlock, SentMedia } from './npf.ts'
import type { Upload } from './read-body.ts'
import { badFormat, badMedia, Refused } from './refusals.ts'
import type { Block, Media } from './wire.ts'

/** Bytes of a picture. */
const largest = 10_000_000
const formats: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}

export type Picture = { readonly bytes: Buffer; readonly type: string }

/** Pictures that were uploaded, by the path they are served under. */
export type Pictures = {
  /** Blocks as they are kept: what they call by a name is what was uploaded under it. */
  readonly resolve: (blocks: readonly SentBlock[], uploads: ReadonlyMap<string, Upload>) => Promise<Block[]>
  readonly find: (path: string) => Picture | undefined
}

/** `base` is the address that pictures stand under, with its slash. */
export function createPictures(base: string): Pictures {
  const pictures = new Map<string, Picture>()

  const keep = async ({ bytes }: Upload): Promise<Media> => {
    if (bytes.length > largest) throw new Refused(badMedia(`a picture may have ${largest} bytes`))
    const { format, width, height } = await sharp(bytes)
      .metadata()
      .catch(() => ({ format: '', width: 0, height: 0 }))
    const type = formats[format]
    if (type === undefined) throw new Refused(badMedia('the uploaded media is no picture that is accepted'))
    const key = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
    const path = `${key}/s${width}x${height}.${format}`
    pictures.set(path, { bytes, type })
    return { url: `${base}${path}`, type, width, height }
  }

  const toMedia = async (sent: SentMedia, uploads: ReadonlyMap<string, Upload>): Promise<Media> => {
    if (sent.identifier !== undefined) {
      const upload = uploads.get(sent.identifier)
      if (!upload)
        throw new Refused(badFormat(`media: nothing was uploaded as ${JSON.stringify(sent.identifier)}`))
      return keep(upload)
    }
    if (sent.url === undefined) throw new Refused(badFormat('media: needs an identifier or an url'))
    return {
      url: sent.url,
      type: sent.type ?? 'image/jpg',
      width: sent.width ?? 540,
      height: sent.height ?? 405,
    }
  }

  return {
    find: (path) => pictures.get(path),
    resolve: (blocks, uploads) =>
      Promise.all(
        blocks.map(async (block) => {
          if (block.type !== 'image') return block
          return { ...block, media: await Promise.all(block.media.map((one) => toMedia(one, uploads))) }
        }),
      ),
  }
}
