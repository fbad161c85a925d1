import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Expressions, runStep } from '../../test/workflow/steps.ts'
import { Problem } from '../model/problem.ts'
import { project } from './cases/places.ts'
import { benchChat, dateOf } from './generate/bench-chat.ts'

export type StepTime = { readonly run: string; readonly step: string; readonly seconds: number }

const fetchStep = 'Fetch, build and check'
const keepStep = 'Keep what was fetched'
const pressed: Expressions = {
  'github.event_name': 'workflow_dispatch',
  'github.ref_name': 'trunk',
  'inputs.dry_run': 'false',
  'steps.friday.outcome': 'success',
}
const pushed: Expressions = { ...pressed, 'github.event_name': 'push', 'inputs.dry_run': '' }

/**
 * Runs the steps of the Friday workflow as plain commands, in a clone of the project with so many sessions more: once
 * with nothing kept, then with what that run kept, and after an edit. What GitHub itself does between them is left out.
 */
export function* timeWorkflow(archive: string): Generator<StepTime> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-workflow-'))
  try {
    const clone = cloneOf(scratch, archive)
    const timed = (run: string, step: string, work: () => void): StepTime => {
      const began = performance.now()
      work()
      return { run, step, seconds: (performance.now() - began) / 1000 }
    }
    const step = (name: string, expressions: Expressions) => () => {
      const { code, said } = runStep(clone, name, expressions)
      if (code !== 0) throw new Problem(`${name}: it ended with ${code}: ${said.slice(-500)}`)
    }
    const install = ['ci', '--prefer-offline', '--no-audit', '--no-fund']
    yield timed('every run', 'npm ci', () => execFileSync('npm', install, { cwd: clone, stdio: 'ignore' }))
    yield timed('the first, nothing kept', fetchStep, step(fetchStep, pushed))
    yield timed('after the chat', fetchStep, step(fetchStep, pressed))
    yield timed('after the chat', keepStep, step(keepStep, pressed))
    yield timed('nothing due', fetchStep, step(fetchStep, pressed))
    appendFileSync(join(clone, 'content', benchChat, dateOf(9), 'q1.md'), '\nA note of the host.\n')
    yield timed('the host edited one session', fetchStep, step(fetchStep, pushed))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Of the project as it stands, with the archive's chat beside the sample, whose transcripts are left to be fetched. */
function cloneOf(scratch: string, archive: string): string {
  const source = join(scratch, 'source')
  const files = git(project, 'ls-files', '--cached', '--others', '--exclude-standard').split('\n')
  for (const file of files) {
    const isTranscript = /^content\/[^/]+\/\d/.test(file)
    if (existsSync(join(project, file)) && !isTranscript) cpSync(join(project, file), join(source, file))
  }
  cpSync(join(archive, 'content', benchChat), join(source, 'content', benchChat), { recursive: true })
  // By the clock of the sample, so that nothing of it is due.
  appendFileSync(join(source, 'content', benchChat, 'chat.yaml'), 'sample: yes\n')
  git(source, 'init', '--quiet', '--initial-branch=trunk')
  git(source, 'add', '--all')
  git(source, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'Begin')
  git(scratch, 'clone', '--quiet', '--bare', source, 'origin.git')
  git(scratch, 'clone', '--quiet', '--depth', '1', `file://${scratch}/origin.git`, 'clone')
  return join(scratch, 'clone')
}

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}
