import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "@/db/client";
import { startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { type Run, run } from "@/scripts/start/run";
import { say } from "@/scripts/start/say";
import { printHead, printTimes, time } from "./million-times";
import { pagesOf } from "./moderation-asks";
import { fillServer } from "./moderation-fill";
import { measurePolicies } from "./moderation-policies";

/**
 * `npm run bench:moderation`: the pages of those who look after a server, at a million events, jobs, mails and lines of the
 * log, 200,000 accounts and 20,000 other servers; then a list of 3,000 servers to suspend, and to bring back. One connection:
 * what a page takes is the sum of its queries.
 */
async function benchModeration({ atEnd, signal }: Run): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user and must pass through
  atEnd(async () => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startEmbedded(dataDir);
  atEnd(server.stop);
  await migrateDatabase(server.url);
  const { db, close } = connect(server.url, { max: 1 });
  atEnd(close);

  const accountId = await fillServer(db);
  const actor = { kind: "account", accountId, role: "administrator" } as const;
  const pages = pagesOf({ db, now: new Date(), zone: "UTC", actor });
  printHead();
  await time(db, pages, { rounds: 50, signal, told: printTimes });
  say(await measurePolicies({ db, actor, now: new Date() }));
}

await run(benchModeration);
