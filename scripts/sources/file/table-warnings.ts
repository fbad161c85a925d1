import type { DayOrder } from './day-order.ts'
import type { Draft } from './draft.ts'
import type { Placed } from './placed.ts'

type PlacedDraft = { readonly draft: Draft; readonly place: Placed }

/** What the host should know about how a table was read, a sentence each. */
export function warningsFor(
  file: string,
  rows: readonly PlacedDraft[],
  order: DayOrder | undefined,
): string[] {
  return [...lostIds(file, rows), ...shifts(file, rows), ...guessedDates(file, rows, order)]
}

function lostIds(file: string, rows: readonly PlacedDraft[]): string[] {
  const rounded = rows.filter(({ draft, place }) => draft.isIdRounded && place.id === undefined)
  const damaged = rows.filter(({ place }) => place.isIdDamaged)
  const advice = 'they are kept, without their link to X; to have both, export the ids as text'
  return [
    ...warning(rounded, (count) => `${file}: the spreadsheet has rounded the ids of ${count}: ${advice}`),
    ...warning(
      damaged,
      (count) =>
        `${file}: id and time of ${count} contradict each other, so the time was believed: ${advice}`,
    ),
  ]
}

function shifts(file: string, rows: readonly PlacedDraft[]): string[] {
  const shifted = rows.filter(({ place }) => place.shiftMinutes !== 0)
  const [first] = shifted
  if (first === undefined) return []
  const hours = Math.abs(first.place.shiftMinutes) / 60
  const side = first.place.shiftMinutes > 0 ? 'ahead of' : 'behind'
  return warning(
    shifted,
    (count) =>
      `${file}: the times are ${hours} hours ${side} the chat's zone, so those in the ids of ${count} were taken`,
  )
}

function guessedDates(file: string, rows: readonly PlacedDraft[], order: DayOrder | undefined): string[] {
  if (order !== undefined) return []
  const open = rows.filter(({ draft: { when } }) => when !== undefined && when.dayFirst !== when.monthFirst)
  const [first] = open
  if (first === undefined) return []
  const { timeText, when } = first.draft
  const advice = `if that is wrong, write them like ${when?.monthFirst ?? '2010-12-17'}`
  return [
    `${file}: dates like ${timeText} were read with the day first, as ${when?.dayFirst ?? 'none'}: ${advice}`,
  ]
}

function warning(rows: readonly PlacedDraft[], sentence: (count: string) => string): string[] {
  if (rows.length === 0) return []
  return [sentence(rows.length === 1 ? '1 post' : `${rows.length} posts`)]
}
