import { migrateDatabase } from "@/db/migrate";
import { ensureBuild } from "./start/build";
import { prepareDataDir } from "./start/data-dir";
import { openDatabase } from "./start/database";
import { beginDemonstration } from "./start/demo";
import { claimDataDir } from "./start/lock";
import { ensurePortFree } from "./start/port";
import { type Run, run } from "./start/run";
import { say } from "./start/say";
import { keepSecret } from "./start/secrets";
import { loadSettings } from "./start/settings";
import { aborted } from "./start/stop";
import { refuseUnfinishedRestore } from "./start/unfinished-restore";
import { bringVendorFiles } from "./start/vendor";
import { startWeb, waitUntilServed } from "./start/web";
import { welcome } from "./start/welcome";

/** `npm start` and `npm run dev`: everything that a running Carillon needs, each step undone at the end. */
async function start({ signal, atEnd }: Run): Promise<void> {
  const mode = process.argv.includes("--dev") ? "dev" : "start";
  const settings = loadSettings();
  prepareDataDir(settings.DATA_DIR);
  refuseUnfinishedRestore(settings.DATA_DIR);

  const database = await openDatabase(settings, signal);
  const giveBack = await claimDataDir(settings, database.url); // before this, the server may be another's
  atEnd(database.stop);
  atEnd(giveBack);
  if (!settings.DATABASE_URL && !database.started) say("Found PostgreSQL still running, and use it again.");
  await ensurePortFree(settings);
  const secret = keepSecret(settings);
  if (mode === "start") await ensureBuild(signal);
  else bringVendorFiles();
  await migrateDatabase(database.url);
  signal.throwIfAborted();
  if (settings.DEMO === "1") await beginDemonstration(settings, database.url);

  const web = startWeb({ settings, databaseUrl: database.url, secret, mode });
  atEnd(web.stop);
  await waitUntilServed(settings, web, signal);
  await welcome(settings, database.url);
  const end = await Promise.race([web.exited, aborted(signal)]);
  if (end) throw new Error(`The web server ended by itself (${end}).`);
}

await run(start);
