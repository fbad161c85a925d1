import { Problem } from '../model/problem.ts'
import { type CommandSpec, flagOf, npmCommand, type OptionSpec, type OptionSpecs } from './command-spec.ts'

/** Where npm leaves what it takes for itself. */
export type NpmSurroundings = {
  readonly env: Readonly<Record<string, string | undefined>>
  /** All npmrc files that apply, as one text. */
  readonly readNpmrc: () => string
}

export type Swallowed = {
  /** Flags to put back on the command line. */
  readonly added: readonly string[]
  readonly notes: readonly string[]
}

/**
 * Flags that npm took for itself because the "--" before them is missing: `npm run fetch --dry-run` arrives
 * as npm_config_dry_run=true and an empty command line, `--chat docnow` as npm_config_chat=true and the
 * argument "docnow" (npm 10 and 11). Flags are honoured and a note says so; of values too little is left, so
 * they are refused with the line that works.
 */
export function findSwallowed<O extends OptionSpecs>(
  spec: CommandSpec<O>,
  argv: readonly string[],
  npm: NpmSurroundings,
): Swallowed {
  // npm_config_… is inherited by commands that another script starts: only the script itself was meant.
  if (npm.env.npm_lifecycle_event !== spec.name) return { added: [], notes: [] }
  const found = Object.entries<OptionSpec>(spec.options).flatMap(([name, option]) => {
    const flag = option.negated ? `--no-${flagOf(name).slice(2)}` : flagOf(name)
    if (argv.some((word) => word === flag || word.startsWith(`${flag}=`))) return []
    const value = findValue(name, option, npm)
    return value === undefined ? [] : [{ flag, option, value }]
  })
  const taken = found.find(({ option }) => option.value !== undefined)
  if (taken) throw new Problem(sayHow({ ...taken, command: npmCommand(spec.name), argv }))
  const honoured = found.filter(({ option }) => !option.permits).map(({ flag }) => flag)
  return {
    added: honoured,
    notes: found.map(({ flag, option }) => {
      const how = `${npmCommand(spec.name)} -- ${flag}`
      return option.permits
        ? `npm took ${flag} for itself, so it is left out here; with "--" it arrives: ${how}`
        : `npm took ${flag} for itself; it is used all the same (the sure way is ${how})`
    }),
  }
}

/** Words that npm completes to the only one of its own options that begins so. */
const completed: Readonly<Record<string, string>> = { token: 'token-description' }

function findValue(name: string, option: OptionSpec, npm: NpmSurroundings): string | undefined {
  const word = flagOf(name).slice(2)
  const settings = [word, completed[word] ?? word].filter((setting) => !isStanding(setting, npm))
  const values = settings.flatMap((setting) => npm.env[`npm_config_${setting.replaceAll('-', '_')}`] ?? [])
  const isOff = (text: string) => text === '' || text === 'false'
  return values.find((text) => isOff(text) === (option.negated ?? false))
}

/** Whether npm has the setting from one of its files, and not from this line. */
function isStanding(setting: string, { readNpmrc }: NpmSurroundings): boolean {
  return readNpmrc()
    .split(/\r?\n/)
    .some((line) => line.split('=')[0]?.trim() === setting)
}

type Taken = {
  readonly flag: string
  readonly option: OptionSpec
  readonly value: string
  readonly command: string
  readonly argv: readonly string[]
}

function sayHow({ flag, option, value, command, argv }: Taken): string {
  const [only] = argv.length === 1 ? argv : []
  const given = value === 'true' ? only : value
  const shown = given === undefined || option.secret ? `<${option.value}>` : quote(given)
  return `${command}: npm took ${flag} for itself: write "--" before it: ${command} -- ${flag} ${shown}`
}

function quote(word: string): string {
  return /^[\w./:@+,=-]+$/.test(word) ? word : `"${word}"`
}
