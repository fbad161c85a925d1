import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toDiskProblem } from './disk-problem.ts'
import { listFolder, readText, sessionFolder } from './folder.ts'

/** One word for all that says what a session is: its own files, pictures aside, and its chat's settings. */
export function sessionId(root: string, chat: string, date: string): string {
  const folder = sessionFolder(chat, date)
  const hash = createHash('sha256').update(readText(root, `content/${chat}/chat.yaml`) ?? '')
  for (const name of listFolder(root, folder)) {
    if (!/\.(md|json)$/.test(name)) continue
    hash.update(`\0${name}\0`).update(readBytes(root, `${folder}/${name}`))
  }
  return hash.digest('base64url')
}

function readBytes(root: string, path: string): Uint8Array {
  try {
    return readFileSync(join(root, path))
  } catch (error) {
    throw toDiskProblem(error, path)
  }
}
