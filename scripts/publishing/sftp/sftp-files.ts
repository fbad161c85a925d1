import type { Sftp } from './log-in.ts'

/** Files of a server, as promises. An error has the status code of the SFTP draft, or none where the line was lost. */

const endOfFile = 1
const noSuchFile = 2

type Handle = Parameters<Parameters<Sftp['open']>[2]>[1]

export async function writeFile(sftp: Sftp, path: string, data: Buffer): Promise<void> {
  await withHandle(sftp, await open(sftp, path, 'w'), async (handle) => {
    if (data.length === 0) return
    await asked((done) => sftp.write(handle, data, 0, data.length, 0, done))
  })
}

/** Undefined where there is no such file. */
export function readText(sftp: Sftp, path: string): Promise<string | undefined> {
  return unlessMissing(async () =>
    withHandle(sftp, await open(sftp, path, 'r'), async (handle) => {
      const chunks: Buffer[] = []
      for (let at = 0; ; ) {
        const chunk = await readChunk(sftp, handle, at)
        if (chunk.length === 0) return Buffer.concat(chunks).toString('utf8')
        chunks.push(chunk)
        at += chunk.length
      }
    }),
  )
}

/** [] where there is no such folder. */
export async function readNames(sftp: Sftp, path: string): Promise<string[]> {
  const names = await unlessMissing(async () => {
    const opened = await new Promise<Handle>((resolve, reject) => {
      sftp.opendir(path, (error, handle) => (error ? reject(error) : resolve(handle)))
    })
    return withHandle(sftp, opened, async (handle) => {
      const found: string[] = []
      for (let some = await nextNames(sftp, handle); some.length > 0; some = await nextNames(sftp, handle)) {
        found.push(...some)
      }
      return found.filter((name) => name !== '.' && name !== '..')
    })
  })
  return names ?? []
}

export async function kindOf(sftp: Sftp, path: string): Promise<'folder' | 'other' | 'none'> {
  const found = await unlessMissing(
    () =>
      new Promise<{ isDirectory: () => boolean }>((resolve, reject) => {
        sftp.stat(path, (error, stats) => (error ? reject(error) : resolve(stats)))
      }),
  )
  if (!found) return 'none'
  return found.isDirectory() ? 'folder' : 'other'
}

/** A file that is not there is none to remove. */
export async function removeFile(sftp: Sftp, path: string): Promise<void> {
  await unlessMissing(() => asked((done) => sftp.unlink(path, done)))
}

export function removeFolder(sftp: Sftp, path: string): Promise<void> {
  return asked((done) => sftp.rmdir(path, done))
}

export function makeFolder(sftp: Sftp, path: string): Promise<void> {
  return asked((done) => sftp.mkdir(path, done))
}

/** Over a file of that name. */
export async function renameOver(sftp: Sftp, from: string, to: string): Promise<void> {
  try {
    await asked((done) => sftp.ext_openssh_rename(from, to, done))
  } catch (error) {
    if (!/does not support|unsupported/i.test(String(error))) throw error
    // Without that extension a file must go before another takes its name.
    await removeFile(sftp, to)
    await asked((done) => sftp.rename(from, to, done))
  }
}

/** Bytes that a file may still take where this folder is; undefined where the server does not say. */
export function readRoom(sftp: Sftp, path: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    try {
      sftp.ext_openssh_statvfs(path, (error, found) => {
        const room = Number(found?.f_bavail) * Number(found?.f_frsize)
        resolve(error || Number.isNaN(room) ? undefined : room)
      })
    } catch {
      resolve(undefined)
    }
  })
}

export function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined
}

/** A handle of a lost line is not closed: there is nobody to tell. */
async function withHandle<T>(sftp: Sftp, handle: Handle, work: (handle: Handle) => Promise<T>): Promise<T> {
  const close = () => asked((done) => sftp.close(handle, done))
  try {
    const result = await work(handle)
    await close()
    return result
  } catch (error) {
    if (codeOf(error) !== undefined) await close().catch(() => undefined)
    throw error
  }
}

function open(sftp: Sftp, path: string, mode: 'r' | 'w'): Promise<Handle> {
  return new Promise((resolve, reject) => {
    sftp.open(path, mode, (error, handle) => (error ? reject(error) : resolve(handle)))
  })
}

const chunkSize = 32 * 1024

/** Empty at the end of the file. */
function readChunk(sftp: Sftp, handle: Handle, at: number): Promise<Buffer> {
  const buffer = Buffer.alloc(chunkSize)
  return new Promise((resolve, reject) => {
    sftp.read(handle, buffer, 0, chunkSize, at, (error, bytes) => {
      if (error && codeOf(error) !== endOfFile) return reject(error)
      resolve(buffer.subarray(0, error ? 0 : bytes))
    })
  })
}

function nextNames(sftp: Sftp, handle: Handle): Promise<string[]> {
  return new Promise((resolve, reject) => {
    sftp.readdir(handle, (error, entries) => {
      if (error && codeOf(error) !== endOfFile) return reject(error)
      resolve(error ? [] : entries.map(({ filename }) => filename))
    })
  })
}

function asked(ask: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    ask((error) => (error ? reject(error) : resolve()))
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
