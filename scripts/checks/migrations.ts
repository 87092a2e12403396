import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tell } from "./files";

const kept = "db/migrations";
const copy = "node_modules/.cache/migrations-check";

// The migrations make exactly the tables of db/schema: another one, generated beside them, would be empty.
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
cpSync(kept, copy, { recursive: true });

const options = ["--dialect=postgresql", "--schema=./db/schema", "--casing=snake_case", `--out=./${copy}`];
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  ["node_modules/drizzle-kit/bin.cjs", "generate", ...options],
  { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
);
const extra = readdirSync(copy).filter((file) => !readdirSync(kept).includes(file));
rmSync(copy, { recursive: true, force: true });

tell([
  ...(status === 0 ? [] : [`drizzle-kit could not compare (exit ${status}):\n${stdout}\n${stderr}`]),
  ...extra.map((file) => `db/schema has changes without a migration (${file}): run npm run migration`),
]);
