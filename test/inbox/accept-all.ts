import type { Prompts } from '../../scripts/terminal/prompts.ts'

/** A host who accepts whatever has a place, once it is no spam, agrees to everything, and leaves the rest for later. */
export const acceptAll: Prompts = {
  isOpen: true,
  key: async ({ choices }) => {
    const chosen =
      choices.find(({ key }) => key === 'a') ?? choices.find(({ key }) => key === 'l') ?? choices[0]
    if (!chosen) throw new Error('nothing to choose')
    return chosen.value
  },
  confirm: async () => true,
  text: async ({ initial = '' }) => initial,
  select: () => Promise.reject(new Error('not asked')),
  password: () => Promise.reject(new Error('not asked')),
}
