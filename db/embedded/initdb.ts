import { spawn } from "node:child_process";
import { chownSync, rmSync, writeFileSync } from "node:fs";
import { program } from "./binaries";
import type { Place } from "./cluster";
import { asOwner } from "./owner";

/** Fills the empty `directory` with a new cluster: UTF-8, ordered by code point, the same on every machine. */
export async function initdb(
  { binaries, owner, password, durable }: Place,
  directory: string,
): Promise<void> {
  const passwordFile = `${directory}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) chownSync(passwordFile, owner.uid, owner.gid);
  const access = ["--username=carillon", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const rest = ["--no-instructions", ...(durable ? [] : ["--no-sync"])];
  try {
    await run(program(binaries, "initdb"), [`--pgdata=${directory}`, ...access, ...locale, ...rest], {
      ...asOwner(owner, binaries),
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function run(command: string, args: string[], options: ReturnType<typeof asOwner>): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        output += text;
      });
    }
    child.once("error", fail);
    child.once("close", (code) => {
      if (code === 0) done();
      else fail(new Error(`PostgreSQL could not make its files (exit ${code}):\n${output.trim()}`));
    });
  });
}
