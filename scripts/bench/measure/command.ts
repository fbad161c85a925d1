/** A program to measure. */
export type Command = {
  /** Undefined for Node itself. Other programs are measured by GNU time, `/usr/bin/time`. */
  readonly program?: string
  readonly args: readonly string[]
  readonly cwd: string
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** What one run took. */
export type Usage = {
  readonly wallSeconds: number
  /** User and system time together. */
  readonly cpuSeconds: number
  /** Largest resident set. */
  readonly peakMiB: number
}
