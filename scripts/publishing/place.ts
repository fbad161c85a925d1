/** A folder somewhere that takes the files of a site; names of files have `/`. Made by one adapter a kind of place. */
export type Place = {
  /** As the host wrote it, for messages. */
  readonly name: string
  /** How many files may be on their way at once. */
  readonly atOnce: number
  /** Undefined where there is no such file. */
  readonly read: (file: string) => Promise<string | undefined>
  /** What stands in a folder of it; `''` is the place itself. [] where there is none. */
  readonly list: (folder: string) => Promise<readonly string[]>
  /**
   * Hash of what stands there, `''` for what is no file, undefined where nothing is. A place that has no such
   * function is known by its list alone.
   */
  readonly hash?: ((file: string) => Promise<string | undefined>) | undefined
  /** Whole or not at all: who reads the file meanwhile has the old one. */
  readonly put: (data: Buffer, file: string) => Promise<void>
  /** With the folders that it leaves empty; a file that is not there is none to remove. */
  readonly remove: (file: string) => Promise<void>
  /** Takes away what a run that broke off left beside a file. */
  readonly tidy: (file: string) => Promise<void>
  /** Looks for a quicker way for many files of the site, once something was put there. */
  readonly findPutMany?: (() => Promise<PutMany | undefined>) | undefined
  /** What the host can mend, as a Problem; any other error comes back as it is. */
  readonly toProblem: (error: unknown) => unknown
}

/** Calls back once for each file that has arrived; not for one that was there already. */
export type PutMany = (files: readonly string[], onFile: () => void) => Promise<void>

/** A file of a place, for messages. */
export function fileName({ name }: Place, file: string): string {
  return `${name.replace(/\/$/, '')}/${file}`
}
