import { existsSync } from "node:fs";
import { connect } from "@/db/client";
import { readSettings, type Settings } from "@/lib/core/env";
import type { Run } from "../../start/run";
import { refuseUnfinishedRestore } from "../../start/unfinished-restore";
import { withDatabaseAsItIs } from "../../with-database";
import { checkAddress } from "./address";
import { checkClock } from "./clock";
import { checkDatabase } from "./database";
import { checkDisk } from "./disk";
import { type Finding, toldFinding } from "./finding";
import { checkMail } from "./mail";
import { judgeSettings } from "./settings";
import { checkWork } from "./work";

/** Looks at everything that a running Carillon needs, and goes on when something is not well. Ends with exit code 1 then. */
export async function doctor(run: Run, say: (text: string) => void): Promise<void> {
  let failed = 0;
  const tell = (findings: Finding[]) => {
    for (const finding of findings) say(toldFinding(finding));
    failed += findings.filter(({ state }) => state === "fail").length;
  };
  const settings = read(tell);
  if (settings) {
    tell([await checkDisk(settings)]);
    tell(await checkBehindDatabase(run));
    tell([await checkMail(settings), await checkAddress(settings)]);
  }
  if (failed > 0)
    throw new Error(failed === 1 ? "One thing must be put right." : `${failed} things must be put right.`);
  say("Nothing must be put right.");
}

function read(tell: (findings: Finding[]) => void): Settings | null {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const result = readSettings(process.env);
  if ("settings" in result) {
    tell(judgeSettings(result.settings));
    return result.settings;
  }
  const todo = "All settings are described in docs/administration.md.";
  tell(result.problems.map((text) => ({ about: "settings", state: "fail", text, todo })));
  return null;
}

/** Nothing is brought up to date on the way: whoever asks what is wrong wants nothing changed. */
async function checkBehindDatabase(run: Run): Promise<Finding[]> {
  try {
    const { settings, url } = await withDatabaseAsItIs(run);
    refuseUnfinishedRestore(settings.DATA_DIR);
    const { db, close } = connect(url, { max: 1 });
    run.atEnd(close);
    const database = await checkDatabase(db);
    const work = database.state === "ok" ? await checkWork(db) : [];
    return [database, ...work, await checkClock(db)];
  } catch (error) {
    if (run.signal.aborted) throw error;
    return [
      { about: "database", state: "fail", text: error instanceof Error ? error.message : String(error) },
    ];
  }
}
