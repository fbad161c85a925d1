import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { toDiskProblem } from './disk-problem.ts'
import { writingArea as area } from './unfinished.ts'

/** A file to write (text or bytes) or, with undefined, to delete; the path is relative to the root, with `/`. */
export type Change = { readonly path: string; readonly data: string | Uint8Array | undefined }

const planShape = z.array(
  z.strictObject({
    path: z.string().regex(/^content\/(?!.*(?:^|\/)\.\.(?:\/|$))/),
    staged: z.string().optional(),
  }),
)

/**
 * All changes or none: they are staged beside the content, and count from the moment that their list is in
 * place. A run that dies later is finished by `finishWriting`. `name` keeps transactions apart.
 * Throws a Problem where the disk is full or may not be written.
 */
export function writeTogether(root: string, name: string, changes: readonly Change[]): void {
  if (changes.length === 0) return
  const stage = join(root, area, name)
  try {
    stageChanges(stage, changes)
  } catch (error) {
    rmSync(stage, { recursive: true, force: true })
    throw toDiskProblem(error, `${area}/${name}`)
  }
  apply(root, stage)
}

/** Finishes what a run that died had decided to write, and forgets what it had not. */
export function finishWriting(root: string): void {
  const stages = join(root, area)
  if (!existsSync(stages)) return
  for (const name of readdirSync(stages)) {
    const stage = join(stages, name)
    if (existsSync(join(stage, 'plan.json'))) apply(root, stage)
    rmSync(stage, { recursive: true, force: true })
  }
}

function stageChanges(stage: string, changes: readonly Change[]): void {
  rmSync(stage, { recursive: true, force: true })
  mkdirSync(stage, { recursive: true, mode: 0o700 })
  const plan = changes.map(({ path, data }, i) => {
    if (data === undefined) return { path }
    const staged = `${i}.new`
    writeFileSync(join(stage, staged), data, { flush: true })
    return { path, staged }
  })
  writeFileSync(join(stage, 'plan.new'), JSON.stringify(plan), { flush: true })
  renameSync(join(stage, 'plan.new'), join(stage, 'plan.json'))
}

function apply(root: string, stage: string): void {
  const plan = planShape.parse(JSON.parse(readFileSync(join(stage, 'plan.json'), 'utf8')))
  let begun = false
  for (const { path, staged } of plan) {
    try {
      applyOne(join(root, path), staged === undefined ? undefined : join(stage, staged))
      begun = true
    } catch (error) {
      if (!begun) rmSync(stage, { recursive: true, force: true })
      throw toDiskProblem(error, path)
    }
  }
  rmSync(stage, { recursive: true, force: true })
}

/** Moving is one step on every file system; a staged file that is gone was moved by the run that died. */
function applyOne(target: string, staged: string | undefined): void {
  if (staged === undefined) rmSync(target, { force: true })
  if (staged === undefined || !existsSync(staged)) return
  mkdirSync(dirname(target), { recursive: true })
  renameSync(staged, target)
}
