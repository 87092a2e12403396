import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { settingNames } from "@/lib/core/env";
import { say } from "./say";
import { bringVendorFiles } from "./vendor";

const folders = ["app", "components", "lib", "db", "messages", "public"];
const rootFiles = /^(package-lock\.json|tsconfig\.json|(next|postcss)\.config\..+|instrumentation\.ts)$/;
const stampFile = ".next/carillon-build";

/** Builds unless the build in `.next` was made of exactly the sources that are there now. */
export async function ensureBuild(signal: AbortSignal): Promise<void> {
  bringVendorFiles();
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  say("Building. This takes about a minute, and only happens when the sources changed.");
  rmSync(stampFile, { force: true }); // a build that is broken off leaves no stamp
  const started = Date.now();
  await build(signal);
  mkdirSync(".next", { recursive: true });
  writeFileSync(stampFile, wanted);
  say(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Of content, not of dates: a checkout or a copy has new dates and the same sources. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const inRoot = readdirSync(".").filter((name) => rootFiles.test(name));
  for (const file of [...inRoot, ...folders.flatMap(filesUnder)].sort()) {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry: Dirent) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "testing" ? [] : filesUnder(path);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
  });
}

function build(signal: AbortSignal): Promise<void> {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  for (const name of settingNames) delete env[name]; // a build must not depend on where it will run
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env,
    signal,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      output += text;
    });
  }
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code, signal) => {
      if (code === 0) done();
      else fail(new Error(`The build failed (${signal ?? `exit ${code}`}). It said:\n${output.trim()}`));
    });
  });
}
