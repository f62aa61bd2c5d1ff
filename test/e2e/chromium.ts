// A Chromium for the browser tests: what the machine has, else what apt or Playwright can install.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { chromium } from "playwright-core"

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

/** Path of a Chromium, installed if need be; or the reason why there is none. */
export function findChromium(): { readonly path: string } | { readonly reason: string } {
  const found = present()
  if (found) return { path: found }
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" })
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    })
  } else
    spawnSync(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium"], {
      stdio: "ignore",
      timeout: 300_000,
    })
  const installed = present()
  return installed
    ? { path: installed }
    : {
        reason:
          "no Chromium found, and none could be installed; install Chromium and set BESH_TEST_CHROMIUM to its path",
      }
}

function present(): string | undefined {
  return [process.env["BESH_TEST_CHROMIUM"], ...usual, bundled()].find((path) => path && existsSync(path))
}

function bundled(): string | undefined {
  try {
    return chromium.executablePath()
  } catch {
    return undefined
  }
}
