import type { ContributionNetwork } from './contribution.ts'
import type { DateLanguage } from './date-words.ts'

/** How something was sent in, or may be: `by e-mail`. */
export const sentInWords: Readonly<Record<DateLanguage, Readonly<Record<ContributionNetwork, string>>>> = {
  en: {
    email: 'by e-mail',
    form: 'by form',
    tumblr: 'on Tumblr',
    github: 'on GitHub',
    dm: 'by message',
    hand: 'sent in',
  },
  cy: {
    email: 'drwy e-bost',
    form: 'drwy ffurflen',
    tumblr: 'ar Tumblr',
    github: 'ar GitHub',
    dm: 'drwy neges breifat',
    hand: 'anfonwyd i mewn',
  },
}
