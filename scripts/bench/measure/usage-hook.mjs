/*
 * Preloaded into a measured process (node --import): leaves what Node itself knows of its use when it ends.
 * Plain JavaScript, so that programs without TypeScript are measured the same way, on every system.
 */
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const usage = { cpuMicros: userCPUTime + systemCPUTime, peakKiB: maxRSS }
  writeFileSync(process.env.BENCH_USAGE_FILE, JSON.stringify(usage))
})
