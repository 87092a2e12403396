import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { expect, test } from "vitest";
import { startEmbedded } from "./start";

test("PostgreSQL writes no values of rows or queries into its log", async () => {
  const dataDir = mkdtempSync("/tmp/carillon-log-");
  const { url, stop } = await startEmbedded(dataDir);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`create table people (email text primary key)`;
    const add = () => sql`insert into people values (${"ada@example.org"})`;
    await add();
    await expect(add()).rejects.toThrow("duplicate key");
    const said = readFileSync(join(dataDir, "postgres.log"), "utf8");
    expect(said).toContain("duplicate key");
    expect(said).not.toContain("ada@example.org");
  } finally {
    await sql.end();
    await stop();
    rmSync(dataDir, { recursive: true });
  }
});
