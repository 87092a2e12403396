import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { filesUnder, tell } from "./files";

const folders = ["app", "components", "lib", "db", "e2e", "scripts", "bench"];
const emptyNames = /^(utils?|helpers?|misc|common|types)\.tsx?$/;

/** How many lines a file may have: small files are read whole, and named for what they do. */
function limitOf(file: string): number {
  if (/\.(test|spec)\.tsx?$/.test(file) || file.startsWith("db/schema/")) return 300;
  if (basename(file) === "actions.ts") return 80;
  if (basename(file) === "page.tsx") return 100;
  return 200;
}

const files = folders.flatMap((folder) => filesUnder(folder, /\.(tsx?|mjs|cjs)$/));
const tooLong = files.flatMap((file) => {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").length;
  return lines > limitOf(file)
    ? [`${file} has ${lines} lines, and may have ${limitOf(file)}: split it by verb`]
    : [];
});
const unnamed = files.filter((file) => emptyNames.test(basename(file)));

tell([...tooLong, ...unnamed.map((file) => `${file} is named for nothing: name it for what it does`)]);
