import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { expect, test } from "vitest";
import { runScript } from "../faults/launch";
import { refuseUnfinishedRestore } from "../start/unfinished-restore";
import { backUp } from "./back-up";
import { restore } from "./restore";
import { contentsOf, filesIn } from "./testing/contents";
import { addPicture, emptyPlace, type TestPlace } from "./testing/place";

const SECRET = "the secret that the rows of this backup are sealed with";

test("the commands write a backup and bring it back, once", async () => {
  const source = await smallPlace();
  const file = join(source.dataDir, "backup.zip");
  expect(await command("backup", source, [file])).toContain(
    "2 files of pictures, and the secret: keep it safe",
  );
  expect(await command("backup", source, [file])).toMatch(/is there already/);

  const target = await emptyPlace();
  expect(await command("restore", target, [file])).toMatch(/Everything is as it was on .*the backup is of/s);
  expect(await contentsOf(target.url)).toEqual(await contentsOf(source.url));
  expect(readFileSync(join(target.dataDir, "secrets.json"), "utf8")).toContain(SECRET);
  expect(await command("restore", target, [file])).toMatch(
    /The database is not empty.*--replace.*Nothing was changed/s,
  );
});

test("a restore killed in the middle leaves what was there, lets nothing start, and is mended by another", async () => {
  const source = await smallPlace();
  const file = await backedUp(source);
  const target = await smallPlace();
  const before = await contentsOf(target.url);
  await killAmidLoading(target, file);

  expect(await contentsOf(target.url)).toEqual(before);
  expect(() => refuseUnfinishedRestore(target.dataDir)).toThrow("npm run restore -- FILE --replace");
  await restore({ ...target, file, replace: true });

  expect(await contentsOf(target.url)).toEqual(await contentsOf(source.url));
  expect(filesIn(join(target.dataDir, "media"))).toEqual(filesIn(join(source.dataDir, "media")));
  expect(readdirSync(target.dataDir).sort()).toEqual(["media", "secrets.json"]);
  refuseUnfinishedRestore(target.dataDir);
});

test("refuses a file of which one bit is wrong, wherever, or the end is missing, and touches nothing", async () => {
  const file = await backedUp(await smallPlace());
  const whole = readFileSync(file);
  const target = await emptyPlace();
  const before = await contentsOf(target.url);
  const damaged = join(target.dataDir, "damaged.zip");

  for (const part of [
    "tables/public.journal.copy",
    "media/",
    "secrets.json",
    "manifest.json",
    "SHA256SUMS",
  ]) {
    const bytes = Buffer.from(whole);
    const at = whole.indexOf(part) + part.length + 36; // what follows its name, or that of the first picture
    bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
    writeFileSync(damaged, bytes);
    await expect(restore({ ...target, file: damaged, replace: true }), part).rejects.toThrow(
      /is not a whole backup of Carillon .*Nothing was changed/,
    );
  }
  writeFileSync(damaged, whole.subarray(0, -100));
  await expect(restore({ ...target, file: damaged, replace: true })).rejects.toThrow("not a whole backup");
  expect(await contentsOf(target.url)).toEqual(before);
  expect(readdirSync(target.dataDir)).toEqual(["damaged.zip"]);
});

test("refuses a backup whose tables this version does not know, and another SECRET", async () => {
  const source = await smallPlace();
  const target = await emptyPlace();
  const wish = { ...target, file: await backedUp(source), replace: true };
  await expect(restore({ ...wish, secret: "another secret of at least 32 letters" })).rejects.toThrow(
    "The setting SECRET is not the one",
  );

  await inDatabase(
    source,
    (sql) =>
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9999999999999)`,
  );
  const newer = { ...wish, file: await backedUp(source, "newer.zip") };
  await expect(restore(newer)).rejects.toThrow(
    /does not know its tables.*or a newer one. Nothing was changed/s,
  );
  expect(readdirSync(target.dataDir)).toEqual([]);
});

test("refuses while something is connected to the database", async () => {
  const target = await emptyPlace();
  const file = await backedUp(await smallPlace());
  await inDatabase(target, async (sql) => {
    await sql`select 1`;
    expect(await command("restore", target, [file])).toContain("stop Carillon and its workers first");
  });
});

async function smallPlace(): Promise<TestPlace> {
  const place = await emptyPlace();
  await inDatabase(place, async (sql) => {
    await addPicture(sql, place.dataDir, "ready");
    await sql`insert into journal (kind, payload) select 'fact ' || n, '{}' from generate_series(1, 3000) as n`;
  });
  return place;
}

async function backedUp({ url, dataDir }: TestPlace, name = "backup.zip"): Promise<string> {
  const file = join(dataDir, name);
  const { signal } = new AbortController();
  await backUp({ url, dataDir, secret: SECRET, origin: "https://here.example", file, signal });
  return file;
}

/** What it says until its end. */
async function command(
  name: "backup" | "restore",
  { url, dataDir }: TestPlace,
  args: string[],
): Promise<string> {
  const settings = {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    ...(name === "backup" && { SECRET, ORIGIN: "https://here.example" }),
  };
  const { exited, output } = runScript([`scripts/${name}.ts`, ...args], settings);
  await exited;
  return output();
}

/** Somebody reads a table, so that the restore waits amid its work. */
async function killAmidLoading(target: TestPlace, file: string): Promise<void> {
  await inDatabase(target, (sql) =>
    sql.begin(async (tx) => {
      await tx`select count(*) from journal`;
      const program = `import("./scripts/backup/restore.ts").then(({ restore }) => restore(${JSON.stringify({ ...target, file, replace: true })}))`;
      const { pid, exited } = runScript(["--eval", program]);
      while ((await tx`select 1 from pg_locks where not granted`).length === 0) await sleep(20);
      process.kill(pid, "SIGKILL");
      await exited;
    }),
  );
}

async function inDatabase(
  place: TestPlace,
  work: (sql: postgres.Sql) => PromiseLike<unknown>,
): Promise<void> {
  const sql = postgres(place.url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
