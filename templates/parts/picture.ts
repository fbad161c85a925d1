import { isFileName } from '../../scripts/model/file-name.ts'
import { keptSize } from '../../scripts/model/picture.ts'
import type { Media, Post } from '../../scripts/model/post.ts'
import { cleanLine } from './clean.ts'
import type { Context } from './context.ts'
import { type Html, html, text } from './html.ts'
import { findHref } from './safe-href.ts'

/** A picture from the session's own folder; one that is not there is said in words, with a link to it. */
export function picture(media: Media, post: Post, context: Context): Html {
  const { words, media: folder } = context
  const kind = words.picture[media.kind]
  const alt = cleanLine(media.alt ?? '')
  const described = alt === '' ? words.noDescription : alt
  if (media.file !== undefined && isFileName(media.file)) {
    const said = media.kind === 'photo' && alt !== '' ? alt : `${kind}: ${described}`
    return html`<br><img src="${folder}${media.file}" alt="${said}" loading=lazy${size(media)}>`
  }
  const href = findHref(media.kind === 'photo' ? media.url : post.url) ?? findHref(post.url)
  const label = href === undefined ? kind : html`<a href="${href}">${kind}</a>`
  return html`<p>${label}: ${text(described)}`
}

/** So that the words do not move when the picture comes. */
function size(media: Media): Html | undefined {
  const kept = keptSize(media)
  return kept && html` width=${kept.width} height=${kept.height}`
}
