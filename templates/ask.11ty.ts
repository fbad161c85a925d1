import { askPath, fileAt } from './parts/address.ts'
import { form, formStyle, hostOf } from './parts/form.ts'
import { html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { type ChatData, chatTrail, type SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: ChatData }

export const data = {
  pagination: { data: 'asks', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(askPath(item.chat.name)),
}

export const madeFrom = ({ item }: Data): unknown => item.chat

/** The form for a question; there is one only where a service takes it. */
export function render({ archive, item }: Data): string {
  const { site, words } = archive
  const { chat } = item
  const action = site.takePart?.form ?? ''
  const about = { chat: chat.name }
  return layout(archive, {
    path: askPath(chat.name),
    title: `${words.askTitle}: ${chat.title}`,
    hidden: true,
    form: action,
    ownStyle: formStyle,
    hosts: chat.hosts,
    trail: chatTrail(archive, item),
    main: html`<h1>${words.askTitle}</h1>
<p>${words.askIntro} ${words.waysNote} ${words.formGoesTo(hostOf(action))}
${form({ action, about, label: words.yourQuestion, send: words.sendQuestion, words })}`,
  })
}
