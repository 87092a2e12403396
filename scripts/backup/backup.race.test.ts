import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "@/db/client";
import { seed } from "../seeding/seed";
import { type BackupWish, backUp } from "./back-up";
import { restore } from "./restore";
import { contentsOf, filesIn } from "./testing/contents";
import { addPicture, emptyPlace, type TestPlace } from "./testing/place";

const secret = "the secret that the rows of this backup are sealed with";

test("brings every row and every file of the whole seed back, and what sequences give out next", async () => {
  const source = await townWithPictures();
  const target = await emptyPlace();
  const { manifest, missing } = await backUp(wishFor(source));

  await restore({ ...target, file: fileOf(source), replace: false });

  expect(missing).toEqual([]);
  expect(manifest.pictures).toBe(5);
  const [before, after] = [await contentsOf(source.url), await contentsOf(target.url)];
  expect(before["public.events"]?.length).toBeGreaterThan(10);
  expect(withoutLocks(after)).toEqual(withoutLocks(before));
  expect(after["graphile_worker._private_jobs"]?.join()).not.toContain("a worker that is gone");
  expect(filesIn(join(target.dataDir, "media"))).toEqual(filesIn(join(source.dataDir, "media")));
  expect(filesIn(target.dataDir)["secrets.json"]).toBe(btoa(JSON.stringify({ secret })));
  expect(readdirSync(target.dataDir).sort()).toEqual(["media", "secrets.json"]);
  expect(readdirSync(source.dataDir).sort()).toEqual(["backup.zip", "media"]);
});

test("holds one moment while people write, come with pictures and take them away", async () => {
  const source = await townWithPictures();
  const target = await emptyPlace();
  const sql = pool(source.url);
  const writing = writeUntil(sql, source);
  await writing.someAcknowledged();
  const acknowledged = writing.acknowledged();

  await backUp(wishFor(source));
  await writing.stop();
  await restore({ ...target, file: fileOf(source), replace: false });

  const restored = pool(target.url);
  const [pairs] = await restored`
    select count(*) filter (where kind = 'left')::int as left, count(*) filter (where kind = 'right')::int as right
    from journal where kind in ('left', 'right')`;
  expect(pairs?.left).toBe(pairs?.right);
  expect(pairs?.left).toBeGreaterThanOrEqual(acknowledged);
  expect(pairs?.left).toBeLessThan(writing.acknowledged());
  const named = await restored<{ file: string }[]>`
    select name || coalesce('-' || w || '.webp', '') as file
    from media left join unnest(widths) as w on true`;
  const there = Object.keys(filesIn(join(target.dataDir, "media"))).map((path) => path.split("/").at(-1));
  expect(there.sort()).toEqual(named.map(({ file }) => file).sort());
});

test("tells of files that were missing before, and goes on without them", async () => {
  const source = await emptyPlace();
  const { name, files } = await addPicture(pool(source.url), source.dataDir, "ready");
  rmSync(files[0]!);

  const { manifest, missing } = await backUp(wishFor(source));

  expect(missing).toEqual([`${name}-320.webp`]);
  expect(manifest.pictures).toBe(1);
});

test("leaves nothing when it is stopped, or when another backup is being made", async () => {
  const source = await townWithPictures();
  const stop = new AbortController();
  const first = backUp({ ...wishFor(source), signal: stop.signal });
  const outcome = expect(first).rejects.toThrow(/abort/i);
  const aborting = setInterval(() => existsSync(`${fileOf(source)}.partial`) && stop.abort(), 1);
  await outcome;
  clearInterval(aborting);

  expect(readdirSync(source.dataDir)).toEqual(["media"]);
  expect(readdirSync(join(source.dataDir, "media"))).not.toContain(".backup");
  const sql = postgres(source.url, { max: 1 });
  await sql`select pg_advisory_lock(hashtextextended('carillon backup', 0))`;
  await expect(backUp(wishFor(source))).rejects.toThrow("Another backup is being made");
  await sql.end();
  await backUp(wishFor(source));
});

async function townWithPictures(): Promise<TestPlace> {
  const place = await emptyPlace();
  const { db, sql, close } = connect(place.url, { max: 2 });
  await seed(db, new Date());
  await addPicture(sql, place.dataDir, "ready");
  await addPicture(sql, place.dataDir, "waiting");
  await addPicture(sql, place.dataDir, "ready");
  const awkward = "tab\t, return\r, line\n, \\N, \\., \\x41, 'quotes\" and 🔔 é\u202f";
  await sql`insert into journal (kind, payload) values (${awkward}, ${JSON.stringify({ awkward, none: null })})`;
  await sql`select graphile_worker.add_job('send-mail', ${JSON.stringify({ awkward })}, 'a queue', job_key => 'once')`;
  await sql`select graphile_worker.add_job('send-mail')`;
  await sql`update graphile_worker._private_jobs set locked_by = 'a worker that is gone', locked_at = now(), attempts = 3
    where id = (select max(id) from graphile_worker._private_jobs)`;
  await close();
  return place;
}

/** Two rows in each transaction; pictures come, and go as the worker takes them away. */
function writeUntil(sql: postgres.Sql, { dataDir }: TestPlace) {
  let [acknowledged, isOver] = [0, false];
  const work = (async () => {
    for (let turn = 0; !isOver; turn++) {
      const picture = await addPicture(sql, dataDir, turn % 2 ? "waiting" : "ready");
      await sql.begin(async (tx) => {
        await tx`insert into journal (kind, payload) values ('left', '{}')`;
        await tx`insert into journal (kind, payload) values ('right', '{}')`;
      });
      acknowledged++;
      if (turn % 3 === 0) continue;
      await sql`delete from media where name = ${picture.name}`;
      for (const file of picture.files) rmSync(file);
    }
  })();
  return {
    acknowledged: () => acknowledged,
    async someAcknowledged() {
      while (acknowledged < 20) await new Promise((settle) => setTimeout(settle, 5));
    },
    async stop() {
      isOver = true;
      await work;
    },
  };
}

function wishFor({ url, dataDir }: TestPlace): BackupWish {
  const { signal } = new AbortController();
  return { url, dataDir, secret, origin: "https://here.example", file: fileOf({ dataDir }), signal };
}

function fileOf({ dataDir }: { dataDir: string }): string {
  return join(dataDir, "backup.zip");
}

/** Jobs that were under way begin anew: of those alone the rows differ. */
function withoutLocks(contents: Record<string, string[]>): Record<string, unknown> {
  const jobs = contents["graphile_worker._private_jobs"]?.map((row) =>
    row.split(",").filter((value) => !/^$|gone|^"?\d{4}-|^[tf]\)?$/.test(value)),
  );
  return { ...contents, "graphile_worker._private_jobs": jobs };
}

function pool(url: string): postgres.Sql {
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  onTestFinished(() => sql.end({ timeout: 5 }));
  return sql;
}
