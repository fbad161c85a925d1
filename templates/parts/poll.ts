import type { Poll } from '../../scripts/model/post.ts'
import { isolated } from './clean.ts'
import { type Html, html } from './html.ts'
import type { Words } from './words.ts'

export function pollList({ options }: Poll, words: Words): Html {
  return html`<p>${words.poll}:<ul>${options.map(
    ({ label, votes }) => html`<li>${isolated(label)}${votes !== undefined && html`, ${words.votes(votes)}`}`,
  )}</ul>`
}
