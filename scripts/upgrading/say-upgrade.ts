import type { Merged } from './merge-both.ts'
import type { UpgradePlan } from './plan-upgrade.ts'

export type UpgradeReport = {
  readonly plan: UpgradePlan
  readonly merged: readonly Merged[]
  readonly dryRun: boolean
  readonly conflicts: Conflicts
}

/** What is done where the host and the release changed the same lines. */
export type Conflicts = 'refuse' | 'keep' | 'take'

/** What becomes of the files, those with a change of the host's by name. */
export function sayUpgrade({ plan, merged, dryRun, conflicts }: UpgradeReport): string[] {
  const verb = dryRun ? 'would be ' : ''
  const puts = merged.flatMap((one) => (one.kind === 'merged' ? [one.path] : []))
  const both = merged.filter(({ kind }) => kind === 'conflict')
  const end = {
    refuse: 'changed by you and by the release in the same lines',
    keep: 'your version stays',
    take: "the release's version is taken",
  }
  return [
    `${plan.written.length} files ${verb}written, ${plan.removed.length} ${verb}removed; content/, .env and settings are not touched`,
    ...plan.kept.map((path) => `${path}: you changed it: it stays as it is`),
    ...plan.away.map((path) => `${path}: you deleted it: it stays away`),
    ...puts.map((path) => `${path}: your change and the release's are put together: look it over`),
    ...both.map(({ path, data }) =>
      data && conflicts === 'keep'
        ? `${path}: yours stays, with the release's version number`
        : `${path}: ${end[conflicts]}`,
    ),
  ]
}
