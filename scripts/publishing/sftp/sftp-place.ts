import { posix } from 'node:path'
import { Problem } from '../../model/problem.ts'
import type { SftpAddress } from '../../model/site.ts'
import type { Place } from '../place.ts'
import { stagedName } from '../put-file.ts'
import type { Sftp } from './log-in.ts'
import type { SftpConnection } from './sftp-connection.ts'
import {
  codeOf,
  kindOf,
  makeFolder,
  readNames,
  readRoom,
  readText,
  removeFile,
  removeFolder,
  renameOver,
  writeFile,
} from './sftp-files.ts'
import { toSftpProblem } from './sftp-problem.ts'

/** Status codes of the SFTP draft. */
const [noSuchFile, failure, noRoom] = [2, 4, 14]

/** A folder on a server; what stands there is known by its list alone. */
export function sftpPlace({ run }: SftpConnection, { path }: SftpAddress, name: string): Place {
  const at = (file: string) => posix.join(path, file)
  const provideFolder = createFolderMaker(path)
  return {
    name,
    atOnce: 8,
    read: (file) => run((sftp) => readText(sftp, at(file))),
    list: (folder) => run((sftp) => readNames(sftp, at(folder))),
    put: (data, file) =>
      run(async (sftp) => {
        const write = () => writeWhole(sftp, at(file), data)
        try {
          await write().catch(async (error) => {
            if (codeOf(error) !== noSuchFile) throw error
            await provideFolder(sftp, posix.dirname(at(file)))
            await write()
          })
        } catch (error) {
          throw await whyNotWritten(error, sftp, { path, name, bytes: data.length })
        }
      }),
    remove: (file) =>
      run(async (sftp) => {
        await removeFile(sftp, at(file))
        await removeFile(sftp, stagedName(at(file)))
        await removeEmptyAbove(sftp, file, at)
      }),
    tidy: (file) => run((sftp) => removeFile(sftp, stagedName(at(file)))),
    toProblem: (error) => toSftpProblem(error, name),
  }
}

/** Throws a Problem where neither the folder is there nor the one above it. */
export async function requireFolder(
  { run }: SftpConnection,
  { path }: SftpAddress,
  name: string,
): Promise<void> {
  const kind = await run((sftp) => kindOf(sftp, path))
  if (kind === 'folder') return
  if (kind === 'other') {
    throw new Problem(`${name}: a file stands where a folder should be: choose another name`)
  }
  const above = posix.dirname(path)
  if ((await run((sftp) => kindOf(sftp, above))) === 'folder') return
  throw new Problem(
    `${name}: there is no folder ${above} on this server: look for a slip of the pen, or make it`,
  )
}

/** Makes a folder and those above it, each once; the place itself is the topmost. */
function createFolderMaker(top: string): (sftp: Sftp, folder: string) => Promise<void> {
  const made = new Map<string, Promise<void>>()
  const make = (sftp: Sftp, folder: string): Promise<void> => {
    const known = made.get(folder)
    if (known) return known
    const making = (async () => {
      if (folder !== posix.join(top)) await make(sftp, posix.dirname(folder))
      await makeFolder(sftp, folder).catch(async (error) => {
        if (codeOf(error) === undefined || (await kindOf(sftp, folder)) !== 'folder') throw error
      })
    })()
    made.set(folder, making)
    making.catch(() => made.delete(folder))
    return making
  }
  return make
}

async function writeWhole(sftp: Sftp, path: string, data: Buffer): Promise<void> {
  await writeFile(sftp, stagedName(path), data)
  await renameOver(sftp, stagedName(path), path)
}

async function removeEmptyAbove(sftp: Sftp, file: string, at: (file: string) => string): Promise<void> {
  const folder = posix.dirname(file)
  if (folder === '.') return
  try {
    await removeFolder(sftp, at(folder))
  } catch (error) {
    // Not empty, or gone already; a lost connection is for the caller.
    if (codeOf(error) === undefined) throw error
    return
  }
  await removeEmptyAbove(sftp, folder, at)
}

type Writing = { readonly path: string; readonly name: string; readonly bytes: number }

/** Servers call a full disk a failure and no more: this one is asked how much room it has. */
async function whyNotWritten(error: unknown, sftp: Sftp, { path, name, bytes }: Writing): Promise<unknown> {
  if (codeOf(error) !== failure) return error
  const room = await readRoom(sftp, path)
  if (room === undefined || room > bytes) return error
  return toSftpProblem(Object.assign(new Error('full'), { code: noRoom }), name)
}
