import { posix } from 'node:path'
import { promisify } from 'node:util'
import { Problem } from '../../model/problem.ts'
import type { SftpAddress } from '../../model/site.ts'
import type { Place } from '../place.ts'
import { stagedName } from '../put-file.ts'
import type { Sftp, SftpConnection } from './sftp-connection.ts'
import { toSftpProblem } from './sftp-problem.ts'

/** Status codes of the SFTP draft. */
const [noSuchFile, failure, unsupported] = [2, 4, 8]

/** A folder on a server; what stands there is known by its list alone. */
export function sftpPlace({ run }: SftpConnection, { path }: SftpAddress, name: string): Place {
  const at = (file: string) => posix.join(path, file)
  const makeFolder = createFolderMaker(path)
  return {
    name,
    atOnce: 8,
    read: (file) => run((sftp) => unlessMissing(() => readText(sftp, at(file)))),
    list: async (folder) => (await run((sftp) => unlessMissing(() => readNames(sftp, at(folder))))) ?? [],
    put: (data, file) =>
      run(async (sftp) => {
        const write = () => writeWhole(sftp, at(file), data)
        try {
          await write().catch(async (error) => {
            if (codeOf(error) !== noSuchFile) throw error
            await makeFolder(sftp, posix.dirname(at(file)))
            await write()
          })
        } catch (error) {
          throw await whyNotWritten(error, sftp, { path, name, bytes: data.length })
        }
      }),
    remove: (file) =>
      run(async (sftp) => {
        await unlink(sftp, at(file))
        await unlink(sftp, stagedName(at(file)))
        await removeEmptyAbove(sftp, file, at)
      }),
    tidy: (file) => run((sftp) => unlink(sftp, stagedName(at(file)))),
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
  if (kind === 'other')
    throw new Problem(`${name}: a file stands where a folder should be: choose another name`)
  const above = posix.dirname(path)
  if ((await run((sftp) => kindOf(sftp, above))) === 'folder') return
  throw new Problem(
    `${name}: there is no folder ${above} on this server: look for a slip of the pen, or make it`,
  )
}

async function kindOf(sftp: Sftp, path: string): Promise<'folder' | 'other' | 'none'> {
  const found = await unlessMissing(() => stat(sftp, path))
  if (!found) return 'none'
  return found.isDirectory() ? 'folder' : 'other'
}

/** Makes a folder and those above it, each once; the place itself is the topmost. */
function createFolderMaker(top: string): (sftp: Sftp, folder: string) => Promise<void> {
  const made = new Map<string, Promise<void>>()
  const make = (sftp: Sftp, folder: string): Promise<void> => {
    const known = made.get(folder)
    if (known) return known
    const making = (async () => {
      if (folder !== posix.join(top)) await make(sftp, posix.dirname(folder))
      await promisify<string>(sftp.mkdir.bind(sftp))(folder).catch(async (error) => {
        if ((await kindOf(sftp, folder)) !== 'folder') throw error
      })
    })()
    made.set(folder, making)
    making.catch(() => made.delete(folder))
    return making
  }
  return make
}

async function writeWhole(sftp: Sftp, path: string, data: Buffer): Promise<void> {
  const staged = stagedName(path)
  await promisify<string, Buffer>(sftp.writeFile.bind(sftp))(staged, data)
  try {
    await promisify<string, string>(sftp.ext_openssh_rename.bind(sftp))(staged, path)
  } catch (error) {
    if (codeOf(error) !== unsupported && !/does not support/.test(String(error))) throw error
    // Without that extension a file must go before another takes its name.
    await unlink(sftp, path)
    await promisify<string, string>(sftp.rename.bind(sftp))(staged, path)
  }
}

async function removeEmptyAbove(sftp: Sftp, file: string, at: (file: string) => string): Promise<void> {
  const folder = posix.dirname(file)
  if (folder === '.') return
  try {
    await promisify<string>(sftp.rmdir.bind(sftp))(at(folder))
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
  const room = await new Promise<number | undefined>((resolve) => {
    try {
      sftp.ext_openssh_statvfs(path, (failed, found) => {
        resolve(failed ? undefined : Number(found?.f_bavail) * Number(found?.f_frsize))
      })
    } catch {
      resolve(undefined)
    }
  })
  if (room === undefined || Number.isNaN(room) || room > bytes) return error
  return toSftpProblem(Object.assign(new Error('full'), { code: 14 }), name)
}

async function unlink(sftp: Sftp, path: string): Promise<void> {
  await unlessMissing(() => promisify<string>(sftp.unlink.bind(sftp))(path))
}

async function readText(sftp: Sftp, path: string): Promise<string> {
  return (await promisify<string, Buffer>(sftp.readFile.bind(sftp))(path)).toString('utf8')
}

function readNames(sftp: Sftp, path: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    sftp.readdir(path, (error, entries) =>
      error ? reject(error) : resolve(entries.map(({ filename }) => filename)),
    )
  })
}

function stat(sftp: Sftp, path: string): Promise<{ isDirectory: () => boolean }> {
  return new Promise((resolve, reject) => {
    sftp.stat(path, (error, found) => (error ? reject(error) : resolve(found)))
  })
}

async function unlessMissing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (codeOf(error) === noSuchFile) return undefined
    throw error
  }
}

function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined
}
