import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freePort, launch, temporaryDir } from "./launch";

test("a second start on the same data says where the first is, ends, and disturbs nothing", async () => {
  const DATA_DIR = temporaryDir();
  const PORT = String(await freePort());
  const first = launch({ DATA_DIR, PORT });
  await first.says(/ready at/);
  const before = readFileSync(join(DATA_DIR, "running.json"), "utf8");

  const second = launch({ DATA_DIR, PORT: String(await freePort()) });

  expect(await second.exited).toBe(1);
  expect(second.output()).toContain(
    `already runs on the data directory ${DATA_DIR}, at http://localhost:${PORT}`,
  );
  expect(readFileSync(join(DATA_DIR, "running.json"), "utf8")).toBe(before);
  expect((await fetch(`http://127.0.0.1:${PORT}/`)).status).toBeLessThan(500);

  process.kill(first.pid, "SIGINT");
  expect(await first.exited).toBe(0);
});
