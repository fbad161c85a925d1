import type { When } from './when.ts'

export type DayOrder = 'dayFirst' | 'monthFirst'

/** A time and, where the row has a whole id, the local date that the id tells. */
export type Dated = { readonly when: When; readonly idDate: string | undefined }

/**
 * Whether 10/12 is in December or in October, for a whole file: by dates that the calendar has one way only,
 * by the ids, by the date that is wanted; undefined where nothing tells, or the file speaks both ways.
 */
export function findDayOrder(rows: readonly Dated[], wanted: string | undefined): DayOrder | undefined {
  const open = rows.filter(({ when }) => when.dayFirst !== when.monthFirst)
  const whens = open.map(({ when }) => when)
  return (
    only(
      whens.some((when) => when.monthFirst === undefined),
      whens.some((when) => when.dayFirst === undefined),
    ) ??
    only(
      open.some(({ when, idDate }) => isNear(when.dayFirst, idDate)),
      open.some(({ when, idDate }) => isNear(when.monthFirst, idDate)),
    ) ??
    only(
      whens.some((when) => isNear(when.dayFirst, wanted)),
      whens.some((when) => isNear(when.monthFirst, wanted)),
    )
  )
}

function only(dayFirst: boolean, monthFirst: boolean): DayOrder | undefined {
  if (dayFirst === monthFirst) return undefined
  return dayFirst ? 'dayFirst' : 'monthFirst'
}

/** The same date or the next, for another zone. */
function isNear(date: string | undefined, other: string | undefined): boolean {
  if (date === undefined || other === undefined) return false
  return Math.abs(Date.parse(date) - Date.parse(other)) <= 86_400_000
}
