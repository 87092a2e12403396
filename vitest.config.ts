import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const never = ["**/node_modules/**", ".next/**", "data/**", "e2e/**"];

/** Tests on a database that put something else in the place of modules or settings have a process for each file. */
const replacing = globSync("**/*.db.test.ts", { exclude: ["**/node_modules/**", ".next/**"] }).filter(
  (file) => /vi\.(mock|doMock|resetModules|stubEnv)\(|ownDataDir\(/.test(readFileSync(file, "utf8")),
);

/** What runs without a launcher still has a secret, writes no log, and meets no settings of the developer's. */
const env = {
  SECRET: "a secret for tests, which nobody needs to guess",
  LOG_LEVEL: "silent",
};

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    env,
    setupFiles: ["./scripts/testing/strict-console.ts"],
    exclude: never,
    // The runner itself has little to do: it needs no processor of its own.
    maxWorkers: "100%",
    // Whatever hangs still ends; a machine that others keep busy makes tests wait.
    testTimeout: 15_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...never, "**/*.{db,race,fault}.test.ts"],
        },
      },
      {
        extends: true,
        // One file after the other in the same process: what they import is read once, which is most of their time.
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: [...never, ...replacing],
          isolate: false,
          globalSetup: "./db/testing/cluster.ts",
        },
      },
      {
        extends: true,
        test: { name: "db-alone", include: replacing, globalSetup: "./db/testing/cluster.ts" },
      },
      {
        extends: true,
        test: {
          name: "race",
          include: ["**/*.race.test.ts"],
          globalSetup: "./db/testing/cluster.ts",
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["scripts/**/*.fault.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
