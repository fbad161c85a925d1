/** Whether the text is an instant as the program writes it: UTC, whole seconds, `2010-12-17T13:02:11Z`. */
export function isInstant(text: string): boolean {
  // Every month has 28 days, so that the calendar need not be asked.
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text))
    return true
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && formatInstant(time) === text
}

/** Milliseconds since 1970 → instant; what is under a second is cut. */
export function formatInstant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}

/** An instant moved by so many minutes. */
export function addMinutes(instant: string, minutes: number): string {
  return formatInstant(Date.parse(instant) + minutes * 60_000)
}
