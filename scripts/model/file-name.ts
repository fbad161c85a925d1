/** Whether a name is that of a file in its folder and of nothing else, on every file system. */
export function isFileName(name: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9_-])?$/.test(name) && !device.test(name)
}

/** What Windows keeps for itself, whatever follows the dot. */
const device = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i
