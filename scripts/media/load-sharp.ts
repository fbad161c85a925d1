import { NoPicture } from './no-picture.ts'

type Sharp = typeof import('sharp')['default']

let loaded: Promise<Sharp> | undefined

/**
 * sharp, with every reader shut off but those of the four formats that pictures on the web have. It is loaded
 * when the first picture comes: a machine that it does not run on can do everything else.
 */
export function loadSharp(): Promise<Sharp> {
  loaded ??= prepare()
  return loaded
}

async function prepare(): Promise<Sharp> {
  try {
    const { default: sharp } = await import('sharp')
    sharp.cache(false)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: readers })
    return sharp
  } catch (error) {
    throw new NoPicture('pictures cannot be made small on this machine (sharp does not run)', {
      cause: error,
    })
  }
}

const readers = ['Jpeg', 'Png', 'Webp', 'Nsgif'].map((format) => `VipsForeignLoad${format}Buffer`)
