import { Interrupted } from '../../scripts/terminal/interrupted.ts'
import type { Prompts } from '../../scripts/terminal/prompts.ts'

export type Scripted = {
  readonly prompts: Prompts
  readonly messages: readonly string[]
  readonly labels: readonly string[]
}

/** A host with a stock of answers: a key, `` for Enter, or words; Ctrl-C where it is used up. */
export function scripted(answers: readonly string[], onAsk: (message: string) => void = () => {}): Scripted {
  const left = [...answers]
  const messages: string[] = []
  const labels: string[] = []
  const next = (message: string): string => {
    messages.push(message)
    onAsk(message)
    const answer = left.shift()
    if (answer === undefined) throw new Interrupted()
    return answer
  }
  const prompts: Prompts = {
    isOpen: true,
    text: async ({ message, initial = '' }) => next(message) || initial,
    key: async ({ message, choices }) => {
      labels.push(...choices.map(({ key, label }) => `${key} ${label}`))
      const pressed = next(message)
      const found = pressed === '' ? choices[0] : choices.find(({ key }) => key === pressed)
      if (!found) throw new Error(`${message}: no key ${pressed}`)
      return found.value
    },
    confirm: async ({ message, initial = true }) => {
      const answer = next(message)
      return answer === '' ? initial : answer === 'y'
    },
    select: async ({ message, choices, initial }) => {
      labels.push(...choices.map(({ label }) => label))
      const wanted = next(message)
      const found = choices.find(({ value }) => value === (wanted === '' ? initial : wanted))
      if (!found) throw new Error(`${message}: no choice ${wanted}`)
      return found.value
    },
    password: () => Promise.reject(new Error('not asked')),
  }
  return { prompts, messages, labels }
}
