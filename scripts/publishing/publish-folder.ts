import { folderPlace } from './folder-place.ts'
import type { Place } from './place.ts'
import { type FilesOptions, publishFiles } from './publish-files.ts'
import { requireTarget } from './require-target.ts'

export type FolderOptions = FilesOptions & {
  /** Relative to the root, or absolute. */
  readonly path: string
  /** How a file gets there; another way is for tests. */
  readonly put?: Place['put'] | undefined
}

/** Makes a folder hold the built site, comparing what stands there by content; returns lines for the host. */
export async function publishFolder(options: FolderOptions): Promise<string[]> {
  const place = folderPlace(requireTarget(options.root, options.path), options.path)
  const { put = place.put } = options
  return publishFiles({ ...place, put }, options)
}
