import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivate } from '../cache/private-file.ts'
import type { Prompts } from '../terminal/prompts.ts'
import type { Item } from './item.ts'
import { takeName, tidy } from './named-text.ts'

const file = '.inbox/edit.txt'

/** The item as the host changed it, in whatever editor they like; undefined where it is left as it was. */
export async function editItem(root: string, item: Item, prompts: Prompts): Promise<Item | undefined> {
  writePrivate(root, file, `Name to show: ${item.name}\n\n${item.text}\n`)
  try {
    const message = `Change it in ${file}, with any text editor, and save it. Then: take it over?`
    const isDone = await prompts.confirm({ message, flag: 'your answer' })
    if (!isDone) return undefined
    const { name, text } = takeName(tidy(readFileSync(join(root, file), 'utf8').replace(/^\ufeff/, '')))
    return { ...item, name, text }
  } finally {
    rmSync(join(root, file), { force: true })
  }
}
