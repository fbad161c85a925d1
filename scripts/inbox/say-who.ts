import { oneLine } from '../terminal/safe-text.ts'
import type { Item } from './item.ts'

const consents = {
  'sent in': 'came by a way that says it will be shown',
  public: 'was public already',
  asked: 'its writer said that it may be shown',
  open: 'its writer was not asked yet',
} as const

/**
 * All that the inbox knows of one answer, by its id in content/, or of somebody, by their address or name there; in
 * lines for the host alone. [] where it knows nothing.
 */
export function sayWho(items: readonly Item[], wanted: string): string[] {
  const word = wanted.toLowerCase()
  return items
    .filter(({ place, sender }) => place?.id === wanted || sender?.toLowerCase() === word)
    .flatMap((item) => [
      `${item.place?.id ?? 'in the inbox'}: ${item.state}${sayPlace(item)}`,
      `  from ${oneLine(item.sender ?? 'nobody that the inbox knows of')}, ${item.at}, by ${item.network}`,
      `  name to show: ${oneLine(item.name) || 'none'}; ${consents[item.consent]}${item.consentAt ? ` (${item.consentAt})` : ''}`,
    ])
}

function sayPlace({ place }: Item): string {
  if (!place) return ''
  return `, ${[place.chat, place.date, place.key].filter((part) => part !== undefined).join(' ')}`
}
