import { sampleMedia } from '../demo/stand-in.ts'
import type { Download } from './download.ts'
import { NoPicture } from './no-picture.ts'

/** The sample's pictures, which seem to stand on the web, from the stand-in on this machine. */
export function standInPictures(api: string): Download {
  return async (url) => {
    if (!url.startsWith(sampleMedia)) throw new NoPicture('it is none of the sample')
    const response = await fetch(new URL(`/media/${encodeURIComponent(url.slice(sampleMedia.length))}`, api))
    if (!response.ok) throw new NoPicture('it is not there any more')
    return {
      bytes: new Uint8Array(await response.arrayBuffer()),
      type: response.headers.get('content-type') ?? '',
    }
  }
}
