import fs from 'node:fs'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'

/*
 * Loaded before a command with --import. Counts what the command does to files below its folder and to the
 * network, and ends the process with SIGKILL at the step KILL_AT; a write is two steps: before it, and half done.
 * Without KILL_AT the steps are listed in STEPS_FILE. CLOCK_SHIFT moves the clock, in milliseconds; pauses of a
 * second to a minute take a hundredth of their time.
 */
const { KILL_AT, STEPS_FILE, CLOCK_SHIFT = '0' } = process.env
const root = process.cwd()
const real = { ...fs }
const realNow = Date.now
const steps = []

Date.now = () => realNow() + Number(CLOCK_SHIFT)

const wait = globalThis.setTimeout
globalThis.setTimeout = (work, time = 0, ...rest) =>
  wait(work, time < 1000 || time > 60_000 ? time : time / 100, ...rest)

function step(what) {
  steps.push(what)
  if (steps.length !== Number(KILL_AT)) return
  process.kill(process.pid, 'SIGKILL')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

const short = (path) => String(path).slice(root.length + 1)
const isOurs = (path) => String(path).startsWith(root)

for (const name of ['renameSync', 'rmSync', 'mkdirSync', 'rmdirSync', 'unlinkSync', 'copyFileSync']) {
  fs[name] = (path, ...rest) => {
    if (isOurs(path)) step(`${name} ${short(path)}`)
    return real[name](path, ...rest)
  }
}

fs.writeFileSync = (path, data, options) => {
  if (!isOurs(path)) return real.writeFileSync(path, data, options)
  step(`writeFileSync ${short(path)}`)
  const bytes = Buffer.from(data)
  if (steps.length + 1 === Number(KILL_AT))
    real.writeFileSync(path, bytes.subarray(0, bytes.length >> 1), options)
  step(`half of ${short(path)}`)
  return real.writeFileSync(path, data, options)
}

const { request } = https
https.request = (options, ...rest) => {
  step(`request ${options.path.slice(0, 40)}`)
  const sent = request(options, ...rest)
  sent.on('response', (response) => {
    step('answer begins')
    response.on('end', () => step('answer ends'))
  })
  return sent
}

syncBuiltinESMExports()
process.on('exit', () => {
  if (STEPS_FILE) real.writeFileSync(STEPS_FILE, JSON.stringify(steps))
})
