import { join } from 'node:path'
import { watch } from 'chokidar'

/** What a build is made from, relative to the root. */
const sources = ['content', 'templates', 'scripts', 'eleventy.config.ts', 'package.json']

/** Editors save in several steps; milliseconds. */
const quiet = 80

type Watching = {
  readonly changed: () => void
  /** Told in a sentence what could not be watched, such as more files than the system lets be. */
  readonly failed: (sentence: string) => void
}

/** Calls `changed` a moment after anything a build reads has changed; resolves once it watches. */
export async function watchSources(
  root: string,
  { changed, failed }: Watching,
): Promise<{ readonly close: () => Promise<void> }> {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(
    sources.map((name) => join(root, name)),
    { ignoreInitial: true, ignored: isEditors },
  )
  watcher.on('error', (error) => failed(`an edit may have been missed: ${String(error)}`))
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(changed, quiet)
  })
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  return {
    close: () => {
      clearTimeout(timer)
      return watcher.close()
    },
  }
}

/** Editors' own files. */
function isEditors(path: string): boolean {
  const name = path.split(/[\\/]/).at(-1) ?? ''
  return /^\.|~$|^4913$|\.sw[px]$/.test(name)
}
