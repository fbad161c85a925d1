import { type About, tagOf } from '../../scripts/model/ways-in.ts'
import { type Html, html } from './html.ts'
import type { Words } from './words.ts'

type Form = {
  /** Address of the service that it is sent to. */
  readonly action: string
  readonly about: About
  /** What the large field is called. */
  readonly label: string
  /** What the button says. */
  readonly send: string
  readonly words: Words
}

/**
 * A form that works without a script. It is sent as `subject` (`[lgovsm 2010-12-17 Q2]`), `name` and `message`;
 * `website` is for machines that fill in whatever there is.
 */
export function form({ action, about, label, send, words }: Form): Html {
  return html`<form method=post action="${action}" accept-charset=utf-8>
<input type=hidden name=subject value="[${tagOf(about)}]">
<p><label>${words.nameToShow}<br><input name=name maxlength=80 autocomplete=off></label>
<p><label>${label}<br><textarea name=message rows=6 maxlength=5000 required></textarea></label>
<p hidden><label>${words.leaveEmpty}<br><input name=website tabindex=-1 autocomplete=off></label>
<p><button>${send}</button>
</form>
`
}

/** For the pages with forms: fields as wide as the words, and all large enough to touch. */
export const formStyle =
  'input,textarea,button{box-sizing:border-box;font:inherit;color:inherit;background:var(--p);border:1px solid;padding:.5em}input,textarea{width:100%}[hidden]{display:none}'

/** Name of the host that a form is sent to. */
export function hostOf(action: string): string {
  return new URL(action).host
}
