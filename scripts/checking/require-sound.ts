import { join } from 'node:path'
import { readRemembered, writeRemembered } from '../cache/remembered-file.ts'
import { openArchive } from '../content/archive.ts'
import { contentIds } from '../content/content-ids.ts'
import { readEnv } from '../content/env-file.ts'
import { sessionFiles } from '../content/session-files.ts'
import type { Archive } from '../model/archive.ts'
import { Problem } from '../model/problem.ts'
import { digestOf } from '../site/digest.ts'
import { siteFolder } from '../site/make-site.ts'
import { secretsIn } from '../terminal/safe-text.ts'
import { checkKey } from './check-key.ts'
import { checkSite, type Earlier } from './check-site.ts'
import { sayFault } from './fault.ts'
import { formatRemembered, nothingRemembered, parseRemembered, type Remembered } from './remembered.ts'

export type SoundOptions = {
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Called with each thing that is wrong. */
  readonly complain: (line: string) => void
}

/**
 * Checks dist/ before anybody sees it; returns what to tell. Throws a Problem where something is wrong, after each
 * fault was told with file and line.
 */
export async function requireSound(options: SoundOptions): Promise<string> {
  const { root } = options
  const key = checkKey()
  const kept = readRemembered(root, file, key)
  const ids = await contentIds(root, { seen: {}, since: 0 })
  const folders = sessionFiles(ids)
  const earlier: Earlier = {
    remembered: kept === undefined ? nothingRemembered : parseRemembered(kept),
    idOf: (chat, date) => digestOf([ids.files.get(`${chat}/chat.yaml`), folders.get(`${chat}/${date}`)]),
  }
  const { told, learned } = requireSoundSite(openArchive(root), siteFolder, { ...options, earlier })
  writeRemembered(root, file, { key, text: formatRemembered(learned) })
  return told
}

/** May be deleted at any time. */
const file = '.cache/check.json'

/** More than these say nothing new. */
const mostShown = 20

type Sound = { readonly told: string; readonly learned: Remembered }

/** The same for another archive, in another folder of the root. */
export function requireSoundSite(
  archive: Archive,
  name: string,
  options: SoundOptions & { readonly earlier?: Earlier },
): Sound {
  const { root, env, complain, earlier } = options
  const started = performance.now()
  const secrets = uniqueValues([...secretsIn(env), ...secretsIn(readEnv(root))])
  const { pages, faults, learned } = checkSite({ archive, folder: join(root, name), secrets, earlier })
  if (pages === 0) throw new Problem(`${name}/: there is no site yet: npm run build makes it`)
  for (const fault of faults.slice(0, mostShown)) complain(sayFault(name, fault))
  if (faults.length > mostShown) complain(`and ${faults.length - mostShown} more`)
  if (faults.length > 0) {
    const things = faults.length === 1 ? 'one thing' : `${faults.length} things`
    throw new Problem(
      `${name}/: ${things} must be put right first (see above): nothing was published, and what is public stays as it is`,
    )
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  return { told: `${name}/: ${pages} pages checked, nothing is wrong, ${seconds} seconds`, learned }
}

function uniqueValues<T extends { readonly value: string }>(secrets: readonly T[]): T[] {
  return [...new Map(secrets.map((secret) => [secret.value, secret])).values()]
}
