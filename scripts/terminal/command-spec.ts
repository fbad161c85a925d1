/** A command as its help tells it. */
export type CommandSpec<O extends OptionSpecs> = {
  /** The npm script: `fetch`. */
  readonly name: string
  /** What it does, in a sentence or two. */
  readonly about: string
  /** What may stand without a flag, as often as wanted; undefined where nothing may. */
  readonly argument?: { readonly name: string; readonly about: string }
  /** By name in camelCase: `dryRun` is --dry-run. */
  readonly options: O
  /** Whole lines: `npm run fetch -- 2010-12-17`. */
  readonly examples?: readonly string[]
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>

export type OptionSpec = {
  readonly about: string
  /** What its value is called: `--chat <name>`. Without it the option is a flag. */
  readonly value?: string
  /** A flag that is on unless `--no-…` is given. */
  readonly negated?: true
  /** A value that is never shown. */
  readonly secret?: true
  /** A flag that permits something (`--yes`, `--force`): only taken from the command's own line. */
  readonly permits?: true
}

/** Text for an option with a value, else whether the flag is on. */
export type Options<O extends OptionSpecs> = {
  readonly [K in keyof O]: O[K] extends { readonly value: string } ? string | undefined : boolean
}

/** `--dry-run` for `dryRun`. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** `npm run fetch`, `npm start`. */
export function npmCommand(name: string): string {
  return name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`
}
