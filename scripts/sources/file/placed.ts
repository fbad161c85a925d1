import { Problem } from '../../model/problem.ts'
import { findTime } from '../x/snowflake.ts'
import type { DayOrder } from './day-order.ts'
import type { Draft } from './draft.ts'
import { instantOf } from './when.ts'

/** When a row's post was said, and whether its id can be believed. */
export type Placed = {
  /** UTC, whole seconds. */
  readonly at: string
  readonly id: string | undefined
  /** By how many minutes the row's local time is off the time that its id holds. */
  readonly shiftMinutes: number
  /** The id holds another time than the row says, and not just that of another zone. */
  readonly isIdDamaged: boolean
}

export type PlaceOptions = {
  readonly order: DayOrder
  readonly toInstant: (localDateTime: string) => string
}

/** The id's own time is exact and needs no zone; the row's time proves the id, or stands in for it. */
export function placeInTime(draft: Draft, options: PlaceOptions): Placed {
  const said = saidAt(draft, options)
  const held = draft.id === undefined ? undefined : findTime(draft.id)
  const at = held ?? said
  if (at === undefined) throw new Problem(`${draft.where}: ${timeFault(draft)}`)
  if (held === undefined || said === undefined)
    return { at, id: draft.id, shiftMinutes: 0, isIdDamaged: false }
  const seconds = (Date.parse(said) - Date.parse(held)) / 1000
  const quarters = Math.round(seconds / 900)
  const isZone = Math.abs(seconds) <= 14 * 3600 && Math.abs(seconds - quarters * 900) <= 60
  if (!isZone) return { at: said, id: undefined, shiftMinutes: 0, isIdDamaged: true }
  return { at, id: draft.id, shiftMinutes: quarters * 15, isIdDamaged: false }
}

function saidAt({ when }: Draft, { order, toInstant }: PlaceOptions): string | undefined {
  const date = when?.[order]
  if (when === undefined || date === undefined) return undefined
  return when.offset === undefined ? toInstant(`${date}T${when.time}`) : instantOf(when, date)
}

function timeFault({ timeText }: Draft): string {
  const example = 'write it like 2010-12-17 13:02:11'
  if (timeText === '') return `this row has no time: ${example}, or delete the row`
  return `"${timeText.slice(0, 60)}" is no date with a time of day: ${example}`
}
