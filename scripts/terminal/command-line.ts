import { Command, CommanderError, Option } from 'commander'
import { findClosest } from '../model/closest.ts'
import { Problem } from '../model/problem.ts'
import type { CommandSpec, OptionSpecs, Options } from './command-spec.ts'
import { flagOf, npmCommand } from './command-spec.ts'
import { findSwallowed, type NpmSurroundings } from './npm-flags.ts'

export type CommandLine<O extends OptionSpecs> =
  | { readonly kind: 'help'; readonly text: string }
  | {
      readonly kind: 'run'
      readonly options: Options<O>
      readonly args: readonly string[]
      /** Lines to tell before anything else. */
      readonly notes: readonly string[]
    }

/** What was asked for. Throws a Problem in one line where it cannot be understood. */
export function parseCommandLine<const O extends OptionSpecs>(
  spec: CommandSpec<O>,
  argv: readonly string[],
  npm: NpmSurroundings,
): CommandLine<O> {
  const program = toProgram(spec)
  if (asksForHelp(argv)) return { kind: 'help', text: helpText(program, spec) }
  const { added, notes } = findSwallowed(spec, argv, npm)
  try {
    program.parse([...added, ...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) throw toProblem(error, spec)
    throw error
  }
  return { kind: 'run', options: toOptions(spec.options, program.opts()), args: program.args, notes }
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  const own = end < 0 ? argv : argv.slice(0, end)
  return own.includes('--help') || own.includes('-h')
}

function toProgram(spec: CommandSpec<OptionSpecs>): Command {
  const program = new Command(`${npmCommand(spec.name)} --`)
    .description(spec.about)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .helpOption('-h, --help', 'show this text')
    .allowExcessArguments(false)
  if (spec.argument) program.argument(`[${spec.argument.name}...]`, spec.argument.about)
  for (const [name, option] of Object.entries(spec.options)) {
    const flag = option.negated ? `--no-${flagOf(name).slice(2)}` : flagOf(name)
    program.addOption(new Option(option.value ? `${flag} <${option.value}>` : flag, option.about))
  }
  return program
}

function helpText(program: Command, spec: CommandSpec<OptionSpecs>): string {
  const examples = (spec.examples ?? []).map((example) => `  ${example}\n`).join('')
  return program.helpInformation() + (examples && `\nFor example:\n${examples}`)
}

function toOptions<O extends OptionSpecs>(specs: O, values: Record<string, unknown>): Options<O> {
  const entries = Object.entries(specs).map(([name, option]) => {
    const value = values[name]
    if (option.value) return [name, typeof value === 'string' ? value : undefined]
    return [name, option.negated ? value !== false : value === true]
  })
  return Object.fromEntries(entries) as Options<O>
}

function toProblem(error: CommanderError, spec: CommandSpec<OptionSpecs>): Problem {
  const command = npmCommand(spec.name)
  const help = `${command} -- --help lists what there is`
  const said = error.message.replace(/^error: /, '').replace(/\n\(Did you mean .*$/s, '')
  if (error.code === 'commander.optionMissingArgument') {
    return new Problem(`${command}: ${said}: write it behind the option, or leave the option out`)
  }
  if (error.code === 'commander.excessArguments') {
    return new Problem(`${command}: this command takes options only: ${help}`)
  }
  const unknown = /'(--[^']*)'/.exec(said)?.[1]
  const flags = Object.entries(spec.options).map(([name, { negated }]) =>
    negated ? `--no-${flagOf(name).slice(2)}` : flagOf(name),
  )
  const closest = unknown ? findClosest(unknown, flags) : undefined
  return new Problem(`${command}: ${said}: ${closest ? `did you mean ${closest}?` : help}`)
}
