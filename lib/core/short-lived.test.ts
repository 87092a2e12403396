import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { forgetKept, keepForAnHour, readKept, sweepKept } from "./short-lived";

const directory = vi.hoisted(() => ({ path: "" }));
directory.path = mkdtempSync(join(tmpdir(), "carillon-kept-"));
vi.mock("./env", async (real) => ({ ...(await real<object>()), env: () => ({ DATA_DIR: directory.path }) }));
afterAll(() => rmSync(directory.path, { recursive: true, force: true }));

const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const names = () => readdirSync(join(directory.path, "kept"));

test("a text is kept for an hour, closed, for whoever has the key", async () => {
  const key = await keepForAnHour("my whole evening", now);

  expect(await readKept(key, later(59))).toBe("my whole evening");
  expect(await readKept(key, later(60))).toBeNull();
  expect(await readKept(`${key}x`, now)).toBeNull();
  expect(await readKept("../../secrets.json", now)).toBeNull();
  const [name] = names();
  expect(name).not.toContain(key);
  expect(readFileSync(join(directory.path, "kept", name!), "utf8")).not.toContain("evening");
});

test("it is forgotten when asked, and by itself", async () => {
  const [one] = [await keepForAnHour("one", now), await keepForAnHour("two", now)];
  await forgetKept(one);
  await forgetKept(one);
  expect(await readKept(one, now)).toBeNull();
  await sweepKept({ now });
  expect(names().length).toBeGreaterThan(0);
  await sweepKept({ now: later(61) });
  expect(names()).toEqual([]);
});
