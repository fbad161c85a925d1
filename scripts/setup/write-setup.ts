import { existsSync, readdirSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { chatFile } from '../content/chat-settings.ts'
import { writeEnv } from '../content/env-file.ts'
import { formatChatSettings, formatSiteSettings } from '../content/format-settings.ts'
import { type Change, writeTogether } from '../content/transaction.ts'
import type { Chat } from '../model/chat.ts'
import type { Site } from '../model/site.ts'

export type Setup = {
  readonly chat: Chat
  /** Undefined where site.yaml stays as it is. */
  readonly site: Site | undefined
  /** Undefined where .env stays as it is. */
  readonly token: string | undefined
  /** Names of the sample chats, which go. */
  readonly samples: readonly string[]
}

/** Writes all settings, or none of them, and takes the samples away. Returns the files written. */
export function writeSetup(root: string, { chat, site, token, samples }: Setup): string[] {
  const written: Change[] = [
    ...(site ? [{ path: 'content/site.yaml', data: formatSiteSettings(site) }] : []),
    { path: chatFile(chat.name), data: formatChatSettings(chat) },
  ]
  const kept = new Set(written.map((change) => change.path))
  const removed = samples
    .flatMap((name) => listFiles(root, `content/${name}`))
    .filter((file) => !kept.has(file))
  if (token !== undefined) writeEnv(root, { X_BEARER_TOKEN: token })
  writeTogether(root, 'init', [...written, ...removed.map((file) => ({ path: file, data: undefined }))])
  for (const name of samples) removeEmptyFolders(path.join(root, 'content', name))
  return [...kept, ...(token === undefined ? [] : ['.env'])]
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const inside = `${folder}/${entry.name}`
    return entry.isDirectory() ? listFiles(root, inside) : [inside]
  })
}

function removeEmptyFolders(folder: string): void {
  if (!existsSync(folder)) return
  const entries = readdirSync(folder, { withFileTypes: true })
  for (const entry of entries) if (entry.isDirectory()) removeEmptyFolders(path.join(folder, entry.name))
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}
