import { defineConfig } from "vitest/config"

// One project per kind of proof, so that `vitest --project core` stays quick while the browser journey is being written.
const project = (name: string, include: string[], testTimeout = 10_000) => ({
  test: { name, include, testTimeout, hookTimeout: testTimeout, expect: { poll: { timeout: 15_000 } } },
})

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      project("core", ["test/core/**/*.test.ts", "test/contracts/**/*.test.ts", "test/*.test.ts"], 20_000),
      project("server", ["test/server/**/*.test.ts"], 30_000),
      project("e2e", ["test/e2e/**/*.test.ts"], 180_000),
    ],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts", "server/**/*.ts"],
      exclude: ["server/tools/**", "src/language/model/**"],
    },
  },
})
