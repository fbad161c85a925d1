import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** A Chromium of the machine's, else the one that comes with the development tools; undefined where none runs. */
export async function findBrowser(): Promise<Browser | undefined> {
  const system = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  )
  return (await tryLaunch(system)) ?? (await tryLaunch(await packaged()))
}

async function packaged(): Promise<string | undefined> {
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } catch {
    return undefined
  }
}

async function tryLaunch(executablePath: string | undefined): Promise<Browser | undefined> {
  if (executablePath === undefined) return undefined
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  try {
    return await chromium.launch({ executablePath, args })
  } catch {
    return undefined
  }
}
