/** Whether a name is that of a file in its folder and of nothing else, on every file system. */
export function isFileName(name: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/.test(name)
}
