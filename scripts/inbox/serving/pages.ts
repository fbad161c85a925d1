import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

type Language = 'en' | 'cy'
type Page = HtmlEscapedString | Promise<HtmlEscapedString>

const words = {
  en: {
    thanks: 'Thank you',
    read: 'The host of the chat reads it before it is shown.',
    notForm: 'This cannot be taken: the words are missing or too long. Go back, and send it again.',
    tooMuch: 'Too much is coming in. Wait a minute, go back, and send it again.',
    broken: 'This could not be kept. Go back, and send it again later.',
    title: 'Not sent',
  },
  cy: {
    thanks: 'Diolch',
    read: 'Bydd trefnydd y sgwrs yn ei ddarllen cyn ei ddangos.',
    notForm: 'Ni ellir derbyn hwn: mae’r geiriau ar goll neu’n rhy hir. Ewch yn ôl, a’i anfon eto.',
    tooMuch: 'Mae gormod yn cyrraedd. Arhoswch funud, ewch yn ôl, a’i anfon eto.',
    broken: 'Ni ellid cadw hwn. Ewch yn ôl, a’i anfon eto yn nes ymlaen.',
    title: 'Heb ei anfon',
  },
} as const

export type Failure = 'notForm' | 'tooMuch' | 'broken'

export function thanksPage(language: Language): Page {
  return page(language, words[language].thanks, words[language].read)
}

export function failurePage(language: Language, failure: Failure): Page {
  return page(language, words[language].title, words[language][failure])
}

function page(language: Language, title: string, text: string): Page {
  return html`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<h1>${title}</h1>
<p>${text}
</html>
`
}
