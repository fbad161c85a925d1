import type { Sharp } from 'sharp'
import { tallest, widest } from '../model/picture.ts'
import type { Downloaded } from './download.ts'
import { loadSharp } from './load-sharp.ts'
import { NoPicture } from './no-picture.ts'

export type SmallPicture = { readonly bytes: Uint8Array; readonly ending: 'jpg' | 'png' }

/** Of a picture in the record. */
export const mostBytes = 60_000

const mostPixels = 40_000_000
const qualities = [80, 70, 60, 50, 40]

/**
 * The first frame as JPEG or PNG, upright, in sRGB on white, without metadata: at most 640 pixels wide and 60 kB,
 * never larger than it was. The same bytes and the same sharp give the same picture.
 * Throws NoPicture where it is none of the four formats, or not what its server calls it.
 */
export async function makeSmall({ bytes, type }: Downloaded): Promise<SmallPicture> {
  const sharp = await loadSharp()
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels, pages: 1 })
    await requireType(image, type)
    const { data, info } = await image
      .autoOrient()
      .resize({ width: widest, height: tallest, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .timeout({ seconds: 30 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    return await encode((scale) => {
      const raw = sharp(data, { raw: { width, height, channels } })
      return scale === 1 ? raw : raw.resize(Math.max(1, Math.round(width * scale)))
    })
  } catch (error) {
    throw error instanceof NoPicture ? error : new NoPicture(sayUnreadable(error), { cause: error })
  }
}

async function requireType(image: Sharp, type: string): Promise<void> {
  const { format } = await image.metadata()
  if (type === '' || type === 'application/octet-stream') return
  if (type.replace('image/jpg', 'image/jpeg') === `image/${format}`) return
  throw new NoPicture(`its server calls it ${type.slice(0, 60)}, but it is ${format}`)
}

/** PNG where it is no larger than a good JPEG; else JPEG, of less and less quality, and then of less and less size. */
async function encode(at: (scale: number) => Sharp): Promise<SmallPicture> {
  const best = await toJpeg(at(1), qualities[0])
  const png = await findPng(at(1), Math.min(best.length, mostBytes))
  if (png) return { bytes: png, ending: 'png' }
  for (let scale = 1; scale > 0.01; scale *= 0.8) {
    for (const quality of qualities) {
      const bytes = await toJpeg(at(scale), quality)
      if (bytes.length <= mostBytes) return { bytes, ending: 'jpg' }
    }
  }
  throw new NoPicture('it does not become small')
}

/** Looks for colours with care only where a quick try is near: with a photo's it takes seconds and is in vain. */
async function findPng(image: Sharp, limit: number): Promise<Buffer | undefined> {
  const toPng = (effort: number) => image.png({ palette: true, compressionLevel: 9, effort }).toBuffer()
  if ((await toPng(1)).length > 2 * limit) return undefined
  const png = await toPng(10)
  return png.length <= limit ? png : undefined
}

function toJpeg(image: Sharp, quality = 80): Promise<Buffer> {
  return image.jpeg({ quality, mozjpeg: true }).toBuffer()
}

function sayUnreadable(error: unknown): string {
  const said = error instanceof Error ? error.message : ''
  if (/pixel limit/.test(said)) return 'it has too many pixels'
  if (/unsupported image format|is empty/.test(said)) return 'it is no picture (JPEG, PNG, WebP or GIF)'
  return 'it is damaged'
}
