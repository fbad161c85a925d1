/** A Node program to measure. */
export type Command = {
  /** What follows `node`. */
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
