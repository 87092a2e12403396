import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const kept = z.object({ secret: z.string().min(32) });

/** The secret of SECRET, else the one kept in `data/secrets.json`, which the first start makes. */
export function keepSecret({ SECRET, DATA_DIR }: { SECRET?: string | undefined; DATA_DIR: string }): string {
  if (SECRET) return SECRET;
  const file = join(DATA_DIR, "secrets.json");
  const made = JSON.stringify({ secret: randomBytes(32).toString("base64url") });
  try {
    writeFileSync(file, made, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  try {
    return kept.parse(JSON.parse(readFileSync(file, "utf8"))).secret;
  } catch {
    throw new Error(
      `${file} cannot be read or is damaged. Bring it back from a backup: sign-ins depend on it.`,
    );
  }
}
