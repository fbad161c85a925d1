/** Something that must not be public. */
export type Fault = {
  /** Relative to the site, `lgovsm/2010-12-17/index.html`. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  /** What is wrong and what to do next. */
  readonly says: string
}

/** `dist/lgovsm/index.html:41: …` */
export function sayFault(folder: string, { file, line, says }: Fault): string {
  return `${folder}/${file}:${line}: ${says}`
}
