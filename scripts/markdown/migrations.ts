/** Files of one session by name: index.md, q1.md, ledger.json, … */
export type SessionFiles = ReadonlyMap<string, string>

/** Takes a session's files from one format to the next; `format:` in index.md is set by `migrate`. */
export type Migration = {
  readonly from: number
  readonly change: (files: SessionFiles) => SessionFiles
}

/**
 * One step for each time the content format changed, so that an old session can be brought up. Empty, since format 1
 * is the first and the only one so far. Whoever changes `formatVersion` adds the step here.
 */
export const migrations: readonly Migration[] = []

export type MigrateInput = {
  readonly files: SessionFiles
  /** As index.md says. */
  readonly from: number
  readonly to: number
  readonly steps?: readonly Migration[]
}

/** The files in the format wanted, by one step after another; undefined where no step leads there. */
export function migrate({ files, from, to, steps = migrations }: MigrateInput): SessionFiles | undefined {
  if (from === to) return setFormat(files, to)
  const step = steps.find((one) => one.from === from)
  return step && migrate({ files: step.change(files), from: from + 1, to, steps })
}

function setFormat(files: SessionFiles, format: number): SessionFiles {
  const index = files.get('index.md')
  if (index === undefined) return files
  return new Map([...files, ['index.md', index.replace(/^format:.*$/m, `format: ${format}`)]])
}

/** The format that index.md names, the first one where it names none; undefined where that is no number. */
export function formatOf(index: string): number | undefined {
  const text = /^---\r?\n[\s\S]*?^format:[ \t]*["']?([^"'\r\n]*?)["']?[ \t]*$[\s\S]*?^---/m.exec(
    index.replace(/^\ufeff/, ''),
  )?.[1]
  if (text === undefined) return 1
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined
}
