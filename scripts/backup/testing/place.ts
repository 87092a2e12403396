import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Sql } from "postgres";
import { onTestFinished } from "vitest";
import { createDatabase } from "@/db/testing/database";
import { nameLength, placeOf, variantName } from "@/lib/media/name";

export type TestPlace = { url: string; dataDir: string };

/** A migrated database without rows and a directory without files. */
export async function emptyPlace(): Promise<TestPlace> {
  const { url, drop } = await createDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), "carillon-backup-"));
  onTestFinished(async () => {
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { url, dataDir };
}

/** A picture with its files, or one that waits with its upload alone. Returns the names of the files. */
export async function addPicture(
  sql: Sql,
  dataDir: string,
  status: "ready" | "waiting",
): Promise<{ name: string; files: string[] }> {
  const name = randomName();
  const widths = status === "ready" ? [320, 640] : [];
  const names = status === "ready" ? widths.map((width) => variantName(name, width)) : [name];
  const files = names.map((file) => join(dataDir, "media", placeOf(file)));
  for (const file of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(2_000));
  }
  const size = status === "ready" ? 640 : null;
  await sql`insert into media (id, name, kind, status, width, height, widths)
    values (gen_random_uuid(), ${name}, 'picture', ${status}, ${size}, ${size}, ${widths})`;
  return { name, files };
}

function randomName(): string {
  const letters = "abcdefghijkmnpqrstuvwxyz23456789";
  return Array.from(randomBytes(nameLength), (byte) => letters[byte % letters.length]).join("");
}
