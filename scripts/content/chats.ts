import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type Chat, findNameProblem } from '../model/chat.ts'
import { findClosest } from '../model/closest.ts'
import { compareCodePoints } from '../model/order.ts'
import { Problem } from '../model/problem.ts'
import { chatFile, findChat } from './chat-settings.ts'

/** Names of all chats: the folders of content/ with a chat.yaml, in code-point order. */
export function listChats(root: string): string[] {
  const content = path.join(root, 'content')
  if (!existsSync(content)) return []
  return readdirSync(content, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(root, chatFile(entry.name))))
    .map((entry) => checkedName(entry.name))
    .sort(compareCodePoints)
}

/** All chats, in the order of their names. */
export function readChats(root: string): Chat[] {
  return listChats(root).map((name) => readChat(root, name))
}

/** Throws a Problem where there is no such chat, or where its chat.yaml cannot be understood. */
export function readChat(root: string, name: string): Chat {
  const chat = findChat(root, checkedName(name))
  if (!chat) throw new Problem(sayUnknown(name, listChats(root)))
  return chat
}

/** The chat that a command is about: the one named (`lgovsm`, `#lgovsm`), else the only one there is. */
export function chooseChat(root: string, name: string | undefined): Chat {
  if (name !== undefined) return readChat(root, name.replace(/^#/, '').toLowerCase())
  const names = listChats(root)
  const [only] = names
  if (only === undefined) throw new Problem(noChat)
  if (names.length === 1) return readChat(root, only)
  throw new Problem(`there are ${names.length} chats: say which with --chat ${names.join(' or --chat ')}`)
}

/** The chats that a command is about: the one named, else all of them. */
export function chooseChats(root: string, name: string | undefined): Chat[] {
  if (name !== undefined) return [chooseChat(root, name)]
  const chats = readChats(root)
  if (chats.length === 0) throw new Problem(noChat)
  return chats
}

const noChat = 'content/: there is no chat yet: npm run init sets one up'

function checkedName(name: string): string {
  const problem = findNameProblem(name)
  if (problem) throw new Problem(`content/${name}: ${problem}: give the folder of the chat another name`)
  return name
}

function sayUnknown(name: string, known: readonly string[]): string {
  if (known.length === 0) return noChat
  const closest = findClosest(name, known)
  return `${chatFile(name)}: there is no chat "${name}": ${closest ? `did you mean ${closest}?` : `there is ${known.join(', ')}`}`
}
