import { Problem } from '../model/problem.ts'
import { parseCommandLine } from './command-line.ts'
import type { CommandSpec, OptionSpecs, Options } from './command-spec.ts'
import { Interrupted } from './interrupted.ts'
import { readNpmrc } from './npmrc.ts'
import { createProgress, type Progress } from './progress.ts'
import { hideSecrets, oneLine } from './safe-text.ts'
import { findSystemProblem } from './system-problem.ts'

/** What a command works with. */
export type Run<O extends OptionSpecs> = {
  readonly options: Options<O>
  readonly args: readonly string[]
  readonly progress: Progress
  /** Aborted by Ctrl-C; what does not end within two seconds is ended. */
  readonly signal: AbortSignal
}

/** Interrupted by Ctrl-C, as a shell counts it. */
const interruptedCode = 130

/**
 * The top of every command: reads the command line, runs it, and turns what goes wrong into one line and
 * exit code 1. What is no Problem is a bug and keeps its stack.
 */
export async function runCommand<const O extends OptionSpecs>(
  spec: CommandSpec<O>,
  main: (run: Run<O>) => Promise<void> | void,
): Promise<void> {
  const { env, stdout } = process
  const stop = stopOnInterrupt()
  const progress = createProgress(stdout, env)
  try {
    const line = parseCommandLine(spec, process.argv.slice(2), { env, readNpmrc: () => readNpmrc(env) })
    if (line.kind === 'help') {
      stdout.write(line.text)
      return
    }
    for (const note of line.notes) process.stderr.write(`${note}\n`)
    await main({ options: line.options, args: line.args, progress, signal: stop.signal })
  } catch (error) {
    progress.close()
    process.exitCode = error instanceof Interrupted ? interruptedCode : 1
    process.stderr.write(`${hideSecrets(say(error), env)}\n`)
  } finally {
    progress.close()
    stop.release()
  }
}

function say(error: unknown): string {
  const problem = error instanceof Problem ? error : findSystemProblem(error)
  if (problem) return oneLine(problem.message)
  if (error instanceof Interrupted) return oneLine(error.message)
  // Not console.error: it would print an error's properties too, and a request among them holds the token.
  return withCauses(error)
}

function withCauses(error: unknown): string {
  if (!(error instanceof Error)) return `A bug: something was thrown that is no error: ${String(error)}`
  const stack = error.stack ?? String(error)
  return error.cause === undefined ? stack : `${stack}\nCaused by: ${withCauses(error.cause)}`
}

/** First Ctrl-C: the command may finish in good order. Second one, or two seconds later: the end. */
function stopOnInterrupt(): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController()
  let isDone = false
  const end = () => process.exit(interruptedCode)
  const interrupt = () => {
    if (controller.signal.aborted) end()
    controller.abort(new Interrupted())
    setTimeout(end, 2000).unref()
  }
  const closedPipe = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  }
  // A library that reads keys ends the process with code 0 on Ctrl-C, which is no success.
  const markUnfinished = () => {
    if (!isDone) process.exitCode = interruptedCode
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  process.on('exit', markUnfinished)
  process.stdout.on('error', closedPipe)
  return {
    signal: controller.signal,
    release: () => {
      isDone = true
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', interrupt)
      process.off('exit', markUnfinished)
    },
  }
}
