import { progress as bar, spinner } from '@clack/prompts'
import { plainOutput, type Terminal } from './plain-output.ts'
import { oneLine } from './safe-text.ts'

/** How far a long job is. One at a time; `start` ends the one before. */
export type Progress = {
  /** With a total it is a bar, without one a sign of life. */
  readonly start: (label: string, total?: number) => void
  /** So many more of the total, and what is happening now. */
  readonly advance: (by: number, text?: string) => void
  readonly done: (text: string) => void
  /** Ends whatever is running, without a word. */
  readonly close: () => void
}

type Env = Readonly<Record<string, string | undefined>>

/** A moving bar on a terminal, plain lines everywhere else. */
export function createProgress(output: Terminal, env: Env): Progress {
  const isDrawn = output.isTTY === true && env.TERM !== 'dumb' && env.CI !== 'true'
  return isDrawn ? drawnProgress(plainOutput(output, env)) : lineProgress(output)
}

type Drawing = ReturnType<typeof spinner> & { advance?: (step: number, text?: string) => void }

function drawnProgress(output: Terminal): Progress {
  let drawing: Drawing | undefined
  const close = () => {
    drawing?.clear()
    drawing = undefined
  }
  return {
    start: (label, total) => {
      close()
      drawing = total === undefined ? spinner({ output }) : bar({ output, max: Math.max(total, 1) })
      drawing.start(oneLine(label))
    },
    advance: (by, text) => {
      const said = text === undefined ? undefined : oneLine(text)
      if (drawing?.advance) drawing.advance(by, said)
      if (!drawing?.advance && said !== undefined) drawing?.message(said)
    },
    done: (text) => {
      if (!drawing) output.write(`${oneLine(text)}\n`)
      drawing?.stop(oneLine(text))
      drawing = undefined
    },
    close,
  }
}

/** A line at the start and at the end, and between them one for each tenth of the total. */
function lineProgress(output: Terminal): Progress {
  let total: number | undefined
  let reached = 0
  let told = 0
  const write = (text: string) => {
    output.write(`${oneLine(text)}\n`)
  }
  return {
    start: (label, expected) => {
      total = expected
      reached = 0
      told = 0
      write(label)
    },
    advance: (by, text) => {
      reached += by
      const tenth = total ? Math.floor((reached / total) * 10) : 0
      if (total !== undefined && tenth === told) return
      told = tenth
      const count = total === undefined ? '' : `${reached} of ${total}`
      const line = [count, text].filter(Boolean).join(': ')
      if (line) write(line)
    },
    done: write,
    close: () => undefined,
  }
}
