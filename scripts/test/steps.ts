import { playwrightCounts, vitestCounts } from "./counts";
import type { Step } from "./step";

export const reports = "test-results";

const cruised = ["app", "components", "lib", "db", "e2e", "scripts", "bench"];

/** The slowest first, so that the others run beside it. */
const checks: Step[] = [
  {
    name: "types",
    command: ["node_modules/typescript/bin/tsc", "--noEmit", "--project", "."],
    isNarrow: true,
  },
  {
    name: "format and lint",
    command: ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off"],
    isNarrow: true,
  },
  {
    name: "import rules",
    command: ["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", ...cruised],
    isNarrow: true,
  },
  { name: "unused code", command: ["node_modules/knip/bin/knip.js"], isNarrow: true },
  { name: "file sizes", command: ["scripts/checks/sizes.ts"], isNarrow: true },
  { name: "migrations", command: ["scripts/checks/migrations.ts"], isNarrow: true },
];

const routeTypes: Step = { name: "route types", command: ["node_modules/next/dist/bin/next", "typegen"] };

/** `npm run check`: seconds, not minutes. */
export const fastSteps: Step[] = [routeTypes, ...checks, vitest("unit")];

/** `npm test`: all that CI checks. */
export const allSteps: Step[] = [
  routeTypes,
  ...checks,
  // Reads what the checks read, and what it writes they have read by then.
  { name: "build", command: ["scripts/build.ts"], isNarrow: true },
  vitest("unit"),
  vitest("db"),
  // One file after the other, and half of the time they wait: beside each other.
  { ...vitest("race"), isNarrow: true },
  { ...vitest("faults"), isNarrow: true },
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
    command: ["node_modules/vitest/vitest.mjs", "run", "--project", `${project}*`, ...reporters],
    count: () => vitestCounts(file),
  };
}
