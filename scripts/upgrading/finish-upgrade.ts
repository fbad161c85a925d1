import { Problem } from '../model/problem.ts'
import { runProgram } from '../programs/run-program.ts'
import type { Progress } from '../terminal/progress.ts'
import { oneLine } from '../terminal/safe-text.ts'

/** `npm ci`, for the packages that the new code asks for. */
export async function installPackages(root: string, progress: Progress): Promise<void> {
  progress.start('Installing packages (npm ci)')
  // npm says where it is; that is no program on every system.
  const { npm_execpath: npm } = process.env
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]]
  const args = [...first, 'ci', '--no-audit', '--no-fund']
  const answer = await runProgram({ command, args, cwd: root, env: process.env })
  progress.close()
  if (answer?.code === 0) return
  const said = answer?.err.split('\n').find((line) => /error/i.test(line)) ?? 'it is not installed'
  throw new Problem(
    `npm ci: the new code is in, but not its packages (${oneLine(said).slice(0, 150)}): run npm ci again`,
  )
}

/** The formats that the new code knows are only in the new code. */
export async function migrateByNewCode(root: string): Promise<void> {
  const args = ['--import', 'tsx', 'scripts/upgrade.ts', '--content']
  const answer = await runProgram({ command: process.execPath, args, cwd: root, env: process.env })
  if (answer?.code === 0) return console.log(answer.out.trim())
  throw new Problem(`content/: ${oneLine(answer?.err ?? '').slice(0, 300)}`)
}
