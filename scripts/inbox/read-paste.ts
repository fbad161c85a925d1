import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { Interrupted } from '../terminal/interrupted.ts'

type Streams = {
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable
}

/** Letters; more is no answer, and a file by mistake. */
const mostLetters = 1_000_000

/** What a host pastes, up to a line that is only a full stop; without a terminal, all that is piped in. */
export async function readPaste({ input, output }: Streams): Promise<string> {
  const isTyped = input.isTTY === true
  if (isTyped) output.write('Paste it here; then Enter, a full stop on a line of its own, and Enter again:\n')
  const reader = createInterface(isTyped ? { input, output, terminal: true } : { input })
  const lines: string[] = []
  let letters = 0
  let isStopped = false
  reader.on('SIGINT', () => {
    isStopped = true
    reader.close()
  })
  for await (const line of reader) {
    if (isTyped && line.trim() === '.') break
    letters += line.length + 1
    if (letters > mostLetters) break
    lines.push(line)
  }
  reader.close()
  if (isStopped) throw new Interrupted('Stopped: nothing was written.')
  return lines.join('\n')
}
