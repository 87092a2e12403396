import { defineConfig } from "@playwright/test";
import { chromiumArgs } from "./e2e/support/chromium";
import { e2e } from "./e2e/support/environment";

const { origin, chromium } = e2e();
const launchOptions = {
  executablePath: chromium.executablePath,
  args: chromiumArgs,
  env: { ...process.env, ...chromium.env },
};

/** Every spec runs with scripts; those with @nojs in their title run again without. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  globalSetup: "./e2e/support/global-setup.ts",
  // One more than processors, mostly: they wait for mails and jobs half of their time.
  workers: 3,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: origin,
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    contextOptions: { reducedMotion: "reduce" },
    launchOptions,
  },
  projects: [
    // Two more servers run for it: once, and not for each worker. First, since it is one long wait in a row.
    { name: "federation", testDir: "e2e/federation", workers: 1, fullyParallel: false },
    { name: "js", testIgnore: "federation/**" },
    { name: "nojs", testIgnore: "federation/**", grep: /@nojs/, use: { javaScriptEnabled: false } },
  ],
});
