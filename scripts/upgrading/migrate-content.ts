import { listChats } from '../content/chats.ts'
import { listDates, listFolder, readText, sessionFolder } from '../content/folder.ts'
import { type Change, writeTogether } from '../content/transaction.ts'
import { formatVersion } from '../markdown/index-file.ts'
import { formatOf, type Migration, migrate, migrations, type SessionFiles } from '../markdown/migrations.ts'
import { Problem } from '../model/problem.ts'

export type MigrateContent = {
  readonly root: string
  readonly dryRun: boolean
  /** Other steps are for tests. */
  readonly steps?: readonly Migration[]
}

/**
 * Brings sessions that are in an older format up to the one that this program writes, all of them or none; returns
 * lines for the host. Throws a Problem for a format that no step leads from, and for a newer one.
 */
export function migrateContent({ root, dryRun, steps = migrations }: MigrateContent): string[] {
  const folders = listChats(root).flatMap((chat) =>
    listDates(root, chat).map((date) => sessionFolder(chat, date)),
  )
  const changed = folders.flatMap((folder) => {
    const files = readFiles(root, folder)
    const from = formatOf(files.get('index.md') ?? '')
    // What cannot be read is told by the build, with its line.
    if (from === undefined || from === formatVersion) return []
    const migrated = from < formatVersion ? migrate({ files, from, to: formatVersion, steps }) : undefined
    if (!migrated) throw noWay(folder, from)
    return [{ folder, from, changes: changesOf(folder, files, migrated) }]
  })
  if (!dryRun) {
    writeTogether(
      root,
      'migrate',
      changed.flatMap(({ changes }) => changes),
    )
  }
  const verb = dryRun ? 'would be brought' : 'brought'
  return changed.map(({ folder, from }) => `${folder}/: ${verb} from format ${from} to ${formatVersion}`)
}

function readFiles(root: string, folder: string): SessionFiles {
  const names = listFolder(root, folder).filter((name) => /\.(md|json)$/.test(name))
  return new Map(
    names.flatMap((name) => {
      const text = readText(root, `${folder}/${name}`)
      return text === undefined ? [] : [[name, text] as const]
    }),
  )
}

function changesOf(folder: string, before: SessionFiles, after: SessionFiles): Change[] {
  const written = [...after].filter(([name, text]) => before.get(name) !== text)
  const removed = [...before.keys()].filter((name) => !after.has(name))
  return [
    ...written.map(([name, data]) => ({ path: `${folder}/${name}`, data })),
    ...removed.map((name) => ({ path: `${folder}/${name}`, data: undefined })),
  ]
}

function noWay(folder: string, from: number): Problem {
  if (from > formatVersion) {
    return new Problem(
      `${folder}/: a newer version of the program wrote this (format ${from}): npm run upgrade brings that in`,
    )
  }
  return new Problem(
    `${folder}/: nothing leads from format ${from} to ${formatVersion}: restore the folder from a commit, or fetch the session again`,
  )
}
