import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { siteFolder } from '../site/make-site.ts'
import { serveFolder } from '../site/serve.ts'
import { buildApart } from './build-apart.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { reloading } from './reloading.ts'
import { watchSources } from './watch-sources.ts'

export type DevelopOptions = {
  readonly root: string
  /** 0 takes any free one. */
  readonly port: number
  /** Ends it. */
  readonly signal: AbortSignal
  readonly tell: (line: string) => void
  readonly complain: (line: string) => void
}

/**
 * Builds, shows, and builds again after every change until `signal` is aborted. What cannot be built is said, and
 * the site stays as it was. Pages that are open reload after each build.
 */
export async function developSite(options: DevelopOptions): Promise<void> {
  const { root, port, signal, tell, complain } = options
  const folder = join(root, siteFolder)
  const pages = reloading()
  const build = oneAtATime(async () => {
    const { isBuilt, said } = await buildApart(root, signal)
    if (signal.aborted) return
    const say = isBuilt ? tell : complain
    say(said)
    if (isBuilt) pages.reload()
  })
  mkdirSync(folder, { recursive: true })
  const server = await serveFolder(folder, port, pages.extend)
  // Before the first build, so that an edit during it is not missed.
  const watcher = await watchSources(root, { changed: build, failed: complain })
  try {
    await build()
    tell(`\nThe site is at ${server.address} and follows your edits. Ctrl-C stops it.`)
    await aborted(signal)
  } finally {
    pages.close()
    await watcher.close()
    await server.close()
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
