import { playwrightCounts, vitestCounts } from "./counts";
import type { Step } from "./step";

export const reports = "test-results";

const cruised = ["app", "components", "lib", "db", "e2e", "scripts", "bench"];

/** `npm run check`: seconds, not minutes. */
export const fastSteps: Step[] = [
  { name: "format and lint", command: ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off"] },
  { name: "route types", command: ["node_modules/next/dist/bin/next", "typegen"] },
  { name: "types", command: ["node_modules/typescript/bin/tsc", "--noEmit", "--project", "."] },
  {
    name: "import rules",
    command: ["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", ...cruised],
  },
  { name: "unused code", command: ["node_modules/knip/bin/knip.js"] },
  { name: "file sizes", command: ["scripts/checks/sizes.ts"] },
  { name: "migrations", command: ["scripts/checks/migrations.ts"] },
  vitest("unit"),
];

/** `npm test`: all that CI checks. */
export const allSteps: Step[] = [
  ...fastSteps,
  vitest("db"),
  vitest("race"),
  { name: "build", command: ["scripts/build.ts"] },
  vitest("faults"),
  {
    name: "end to end",
    command: ["node_modules/@playwright/test/cli.js", "test"],
    count: () => playwrightCounts(`${reports}/e2e.json`),
  },
];

function vitest(project: string): Step {
  const file = `${reports}/${project}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return {
    name: `${project} tests`,
    command: ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters],
    count: () => vitestCounts(file),
  };
}
