import { z } from 'zod'
import { readText } from '../content/folder.ts'
import { type Done, nothingDone } from '../model/allowance.ts'
import { writePrivate } from './private-file.ts'

const times = z.array(z.number()).default([])
const shape = z.object({
  done: z.object({ calls: times, posts: times, pictures: times, old: times }),
  page: z.number().int().nonnegative().default(0),
})

/** What one mirror was asked to do in the last day, and which page of it is to be looked at next. */
export type MirrorCounts = { readonly done: Done; readonly page: number }

/** Where the file is lost or damaged, counting begins anew: the place itself keeps count as well. */
export function readCounts(root: string, mirror: string): MirrorCounts {
  try {
    return shape.parse(JSON.parse(readText(root, fileOf(mirror)) ?? ''))
  } catch {
    return { done: nothingDone, page: 0 }
  }
}

export function writeCounts(root: string, mirror: string, counts: MirrorCounts): void {
  writePrivate(root, fileOf(mirror), JSON.stringify(counts))
}

function fileOf(mirror: string): string {
  return `.cache/mirror-${mirror}.json`
}
