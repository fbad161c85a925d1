import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const step = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  run: z.string().optional(),
  if: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
})
const workflow = z.looseObject({
  jobs: z.looseObject({ friday: z.looseObject({ steps: z.array(step) }) }),
})

const file = join(import.meta.dirname, '../../.github/workflows/friday.yml')

export type Ran = { readonly code: number | null; readonly said: string }

/** What `${{ … }}` stands for in a run: `inputs.date` → value; '' where nothing is named. */
export type Expressions = Readonly<Record<string, string>>

/** The steps of the Friday workflow's first job, in their order. */
export function fridaySteps(): z.output<typeof step>[] {
  return workflow.parse(parse(readFileSync(file, 'utf8'))).jobs.friday.steps
}

/** Runs the shell of one step of the Friday workflow, by its name, as GitHub would run it. */
export function runStep(root: string, name: string, expressions: Expressions): Ran {
  const found = fridaySteps().find((one) => one.name === name || one.run?.split('\n')[0] === name)
  if (found?.run === undefined) throw new Error(`no step "${name}" in ${file}`)
  if (found.run.includes('${{')) throw new Error(`"${name}" puts an expression into its shell`)
  const env = Object.fromEntries(
    Object.entries(found.env).map(([key, value]) => [
      key,
      value.replace(/\$\{\{ *(.*?) *\}\}/g, (_, of) => expressions[of] ?? ''),
    ]),
  )
  const { X_BEARER_TOKEN: _, GITHUB_REPOSITORY: __, ...own } = process.env
  const place = { RUNNER_TEMP: join(root, '..'), GITHUB_STEP_SUMMARY: join(root, '../summary.md') }
  const shell = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', found.run]
  const ran = spawnSync('bash', shell, {
    cwd: root,
    env: { ...own, CI: 'true', ...place, ...env },
    encoding: 'utf8',
  })
  return { code: ran.status, said: ran.stdout + ran.stderr }
}
