import type { Site } from '../../model/site.ts'

/** What only a post on Tumblr says. */
export type TumblrWords = typeof en

const en = {
  part: (number: number, of: number) => `Part ${number} of ${of}`,
  whole: 'The whole session, the people and the links',
  archive: 'The archive of all sessions',
  takePart: 'Take part',
  answer: 'Answer',
}

const cy: TumblrWords = {
  part: (number, of) => `Rhan ${number} o ${of}`,
  whole: 'Y sesiwn gyfan, y bobl a’r dolenni',
  archive: 'Archif yr holl sesiynau',
  takePart: 'Cymryd rhan',
  answer: 'Ateb',
}

export function tumblrWords(language: Site['language']): TumblrWords {
  return language === 'cy' ? cy : en
}
