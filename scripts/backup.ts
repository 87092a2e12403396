import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { run } from "./start/run";
import { say } from "./start/say";
import { keepSecret } from "./start/secrets";
import { refuseUnfinishedRestore } from "./start/unfinished-restore";
import { withDatabaseAsItIs } from "./with-database";

/** `npm run backup -- FILE`: everything that cannot be made anew, in one file, while Carillon runs or not. */
await run(async (context) => {
  const [name, ...others] = process.argv.slice(2);
  if (!name || others.length > 0) throw new Error("Name one file to write to: npm run backup -- FILE");
  const file = resolve(name);
  if (existsSync(file)) throw new Error(`${file} is there already, and is not written over.`);
  const { settings, url } = await withDatabaseAsItIs(context);
  const { DATA_DIR: dataDir, ORIGIN: origin } = settings;
  refuseUnfinishedRestore(dataDir);
  const { backUp } = await import("./backup/back-up");
  const secret = keepSecret(settings);
  const { signal } = context;
  const { manifest, missing } = await backUp({ url, dataDir, secret, origin, file, signal });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  say(`${file} holds ${rows} rows, ${manifest.pictures} files of pictures, and the secret: keep it safe.`);
  if (missing.length > 0) say(`Files that were missing before: ${missing.join(", ")}`);
});
