import { defineConfig } from 'vitest/config'

const shared = { execArgv: ['--import=tsx'], testTimeout: 60_000, hookTimeout: 60_000 }

/** `quick` is `npm test`; `slow` joins it in `npm run test:all`. The report is what .ci/run counts. */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: '.cache/test-report.json' }]],
    projects: [
      { test: { ...shared, name: 'quick', include: ['test/**/*.test.ts'], isolate: false } },
      {
        test: {
          ...shared,
          name: 'slow',
          include: ['test/**/*.slow.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
