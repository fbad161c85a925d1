import type { Site } from '../../scripts/model/site.ts'
import { cy } from './words-cy.ts'
import { en } from './words-en.ts'

/** Every word that the interface says itself, so that a language is one file. */
export type Words = typeof en

export function wordsIn(language: Site['language']): Words {
  return language === 'cy' ? cy : en
}
