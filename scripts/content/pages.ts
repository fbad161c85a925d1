import { z } from 'zod'
import { parseFrontMatter } from '../markdown/front-matter.ts'
import { joinTrimmed, problemAt, toSource } from '../markdown/lines.ts'
import { findNameProblem } from '../model/chat.ts'
import { Problem } from '../model/problem.ts'
import type { Page } from '../model/site.ts'
import { listChats } from './chats.ts'
import { listFolder, readText } from './folder.ts'

const folder = 'content/pages'
const shape = z.object({ title: z.string().min(1) })

/** The ordinary pages, by the names of their files. */
export function readPages(root: string): Page[] {
  return listFolder(root, folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readPage(root, name))
}

function readPage(root: string, name: string): Page {
  const path = `${folder}/${name}`
  const slug = name.slice(0, -'.md'.length)
  const problem = findNameProblem(slug) ?? findChatProblem(root, slug)
  if (problem) throw new Problem(`${path}: ${problem}: give the file another name`)
  const source = toSource(path, readText(root, path) ?? '')
  const front = parseFrontMatter(source)
  const parsed = shape.safeParse(front.values)
  if (!parsed.success)
    throw problemAt(source, 0, 'a page begins with "---", "title: What it is called", "---"')
  return { slug, title: parsed.data.title, body: joinTrimmed(source.lines.slice(front.next)) }
}

function findChatProblem(root: string, slug: string): string | undefined {
  return listChats(root).includes(slug) ? `"${slug}" is the address of a chat` : undefined
}
