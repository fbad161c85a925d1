import type { Media } from './post.ts'

/** Pixels that a picture in the record has at most. */
export const widest = 640
export const tallest = 2560

/** As a picture of this size is kept, in pixels: never larger than it was. */
export function keptSize({ width, height }: Pick<Media, 'width' | 'height'>): Size | undefined {
  if (!width || !height) return undefined
  const scale = Math.min(1, widest / width, tallest / height)
  return { width: scaled(width, scale), height: scaled(height, scale) }
}

export type Size = { readonly width: number; readonly height: number }

function scaled(pixels: number, scale: number): number {
  return Math.max(1, Math.round(pixels * scale))
}
