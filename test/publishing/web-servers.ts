import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answering, freePort } from './sftp/stand.ts'

/** A web server of Debian's as a child on loopback, with the distribution's own settings but for port, root and logs. */
export type WebServer = { readonly address: string; readonly close: () => Promise<void> }

export type WebServerOptions = {
  /** What is served. */
  readonly root: string
  /** For its own files. */
  readonly folder: string
  /** More lines for its site. */
  readonly lines?: readonly string[]
}

export const webServers = {
  nginx: { program: '/usr/sbin/nginx', settings: '/etc/nginx/nginx.conf', start: startNginx },
  apache2: { program: '/usr/sbin/apache2', settings: '/etc/apache2/apache2.conf', start: startApache },
}

export type WebServerName = keyof typeof webServers

/** Why a server cannot be tried here; undefined where it can. */
export function noWebServer(name: WebServerName): string | undefined {
  const { program, settings } = webServers[name]
  return existsSync(program) && existsSync(settings) ? undefined : `${name} is not installed`
}

const nginxFolders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

async function startNginx({ root, folder, lines = [] }: WebServerOptions): Promise<WebServer> {
  const port = await freePort()
  mkdirSync(folder, { recursive: true })
  const site = replaced('/etc/nginx/sites-available/default', [
    [/^\s*listen \[::\]:80.*$/m, ''],
    [/listen 80 default_server/, `listen 127.0.0.1:${port} default_server`],
    [/root \/var\/www\/html;/, `root ${root}; ${lines.join(' ')}`],
  ])
  writeFileSync(join(folder, 'site'), site)
  const config = replaced('/etc/nginx/nginx.conf', [
    [/^pid .*$/m, `pid ${folder}/pid;`],
    [/\/var\/log\/nginx/g, folder],
    [/include \/etc\/nginx\/sites-enabled\/\*;/, `include ${folder}/site;`],
    [/^include \/etc\/nginx\/modules-enabled.*$/m, ''],
    // Its own folders are root's.
    [
      /^\s*sendfile on;/m,
      `$&\n${nginxFolders.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}`,
    ],
    [/^worker_processes auto;/m, 'worker_processes 1;'],
    [/^user .*$/m, process.getuid?.() === 0 ? '$&' : ''],
  ])
  writeFileSync(join(folder, 'config'), config)
  const args = ['-c', join(folder, 'config'), '-e', join(folder, 'error.log'), '-g', 'daemon off;']
  return started('/usr/sbin/nginx', args, { port })
}

async function startApache({ root, folder, lines = [] }: WebServerOptions): Promise<WebServer> {
  const port = await freePort()
  mkdirSync(folder, { recursive: true })
  const site = replaced('/etc/apache2/sites-available/000-default.conf', [
    [/<VirtualHost \*:80>/, `<VirtualHost *:${port}>\n${lines.join('\n')}`],
    [/DocumentRoot \/var\/www\/html/, `DocumentRoot ${root}`],
  ])
  writeFileSync(join(folder, 'site'), site)
  const config = replaced('/etc/apache2/apache2.conf', [
    [/^Include ports\.conf$/m, `ServerRoot /etc/apache2\nServerName 127.0.0.1\nListen 127.0.0.1:${port}`],
    [/<Directory \/var\/www\/>/, `<Directory ${root}>`],
    [/^IncludeOptional sites-enabled.*$/m, `IncludeOptional ${folder}/site`],
  ])
  writeFileSync(join(folder, 'config'), config)
  const env = {
    ...process.env,
    APACHE_RUN_USER: 'www-data',
    APACHE_RUN_GROUP: 'www-data',
    APACHE_PID_FILE: join(folder, 'pid'),
    APACHE_RUN_DIR: folder,
    APACHE_LOCK_DIR: folder,
    APACHE_LOG_DIR: folder,
  }
  const args = ['-d', '/etc/apache2', '-f', join(folder, 'config'), '-D', 'FOREGROUND']
  return started('/usr/sbin/apache2', args, { port, env })
}

type Replacement = readonly [RegExp, string]

/** The distribution's own text with replacements; a setting that is no longer there is an error. */
function replaced(file: string, replacements: readonly Replacement[]): string {
  return replacements.reduce(
    (text, [pattern, by]) => {
      if (text.search(pattern) < 0) throw new Error(`${file} has no ${pattern}`)
      return text.replace(pattern, by)
    },
    readFileSync(file, 'utf8'),
  )
}

type Start = { readonly port: number; readonly env?: NodeJS.ProcessEnv }

async function started(program: string, args: readonly string[], { port, env }: Start): Promise<WebServer> {
  const child = spawn(program, args, { stdio: 'ignore', env: env ?? process.env })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  await answering(port)
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      child.kill()
      await ended
    },
  }
}
