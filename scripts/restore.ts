import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { claimDataDir } from "./start/lock";
import { run } from "./start/run";
import { say } from "./start/say";
import { isUsed, withDatabaseAsItIs } from "./with-database";

/** `npm run restore -- FILE [--replace]`: what `npm run backup` wrote, into a database and directory that nobody uses. */
await run(async (context) => {
  const { values, positionals } = parseArgs({
    options: { replace: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new Error("Name one backup: npm run restore -- FILE");
  const { settings, url } = await withDatabaseAsItIs(context);
  const { DATA_DIR: dataDir, ORIGIN, SECRET: secret } = settings;
  const hasOthers = await isUsed(url, { here: true });
  context.atEnd(await claimDataDir(settings, url));
  if (hasOthers)
    throw new Error("Something is connected to the database: stop Carillon and its workers first.");
  const { restore } = await import("./backup/restore");
  const { origin, takenAt, version } = await restore({
    url,
    dataDir,
    secret,
    file: resolve(file),
    ...values,
  });
  say(`Everything is as it was on ${takenAt} (Carillon ${version}).`);
  if (origin !== ORIGIN)
    say(
      `Look out: the backup is of ${origin}, and ORIGIN is ${ORIGIN}. What others know has the old address.`,
    );
});
