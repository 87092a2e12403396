import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Counts } from "./step";

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** What vitest's JSON reporter counted. */
export function vitestCounts(file: string): Counts {
  const report = vitestReport.safeParse(parsed(file));
  if (!report.success) return { passed: 0, failed: 1 };
  return { passed: report.data.numPassedTests, failed: report.data.numFailedTests };
}

/** What Playwright's JSON reporter counted. */
export function playwrightCounts(file: string): Counts {
  const report = playwrightReport.safeParse(parsed(file));
  if (!report.success) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.data.stats;
  return { passed: expected + flaky, failed: unexpected };
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null; // it ended before it could write its report
  }
}
