import { rmSync } from "node:fs";
import { settingNames } from "@/lib/core/env";
import { runSteps } from "./test/step";
import { allSteps, fastSteps, reports } from "./test/steps";

// `npm test` and `npm run check`: every step runs, also after one that failed, so that all is seen at once.
for (const name of settingNames) delete process.env[name]; // the developer's own settings prove nothing
rmSync(reports, { recursive: true, force: true });

const total = await runSteps(process.argv.includes("--fast") ? fastSteps : allSteps);

process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
