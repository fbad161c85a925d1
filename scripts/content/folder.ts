import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareCodePoints } from '../model/order.ts'
import { questionNumber } from '../model/session.ts'
import { toDiskProblem } from './disk-problem.ts'

/** Folder of one session, relative to the root of the project, with `/`. */
export function sessionFolder(chat: string, date: string): string {
  return `content/${chat}/${date}`
}

/** Local dates that have a folder, ascending. */
export function listDates(root: string, chat: string): string[] {
  return listFolder(root, `content/${chat}`)
    .filter((name) => /^\d{4}-\d\d-\d\d$/.test(name))
    .sort(compareCodePoints)
}

/** Names in a folder; [] where there is none. Throws a Problem where it may not be read. */
export function listFolder(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder)).sort(compareCodePoints)
  } catch (error) {
    if (isMissing(error)) return []
    throw toDiskProblem(error, folder)
  }
}

/** Undefined where there is no such file. Throws a Problem where it may not be read. */
export function readText(root: string, path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw toDiskProblem(error, path)
  }
}

/** `q2` for `q2.md`, and the lanes; undefined for any other name. */
export function segmentKeyOf(name: string): string | undefined {
  const key = /^([a-z0-9]+)\.md$/.exec(name)?.[1]
  if (key === undefined) return undefined
  const isLane = key === 'before' || key === 'after' || key === 'outside'
  return isLane || questionNumber(key) !== undefined ? key : undefined
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
