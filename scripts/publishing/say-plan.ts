import type { CopyPlan } from './plan-copy.ts'

export type PlanReport = {
  /** Where to. */
  readonly path: string
  readonly plan: CopyPlan
  /** Of what is written. */
  readonly bytes: number
  /** Files of the site. */
  readonly all: number
  readonly dryRun: boolean
}

/** More than these say nothing new. */
const mostNamed = 50

export function sayPlan({ path, plan, bytes, all, dryRun }: PlanReport): string[] {
  const { added, changed, removed } = plan
  if (added.length + changed.length + removed.length === 0) return [`${path}: ${all} files, all as they were`]
  const size = `${(bytes / 1000).toFixed(1)} kB`
  const counts = `${added.length} new, ${changed.length} changed, ${removed.length} removed, ${size}`
  if (!dryRun) return [`${path}: ${counts}; ${all - added.length - changed.length} as they were`]
  const named = [
    ...added.map((file) => `  new      ${file}`),
    ...changed.map((file) => `  changed  ${file}`),
    ...removed.map((file) => `  removed  ${file}`),
  ]
  const more = named.length > mostNamed ? [`  and ${named.length - mostNamed} more`] : []
  return [`${path}: would be ${counts}`, ...named.slice(0, mostNamed), ...more]
}
