import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { solve } from "./solve";

test("finds a number that makes the hash begin with enough zero bits", async () => {
  const solution = await solve("bells.12.1764000000000.signature", new AbortController().signal);
  const hash = createHash("sha256").update(`bells.${solution}`).digest();
  expect(Math.clz32(hash.readUInt32BE(0))).toBeGreaterThanOrEqual(12);
});

test("lets others have their turn, and stops when it is told to", async () => {
  const stop = new AbortController();
  const never = solve("bells.32.1764000000000.signature", stop.signal);
  const start = performance.now();
  await new Promise((settle) => setTimeout(settle));
  expect(performance.now() - start).toBeLessThan(100);
  stop.abort();
  expect(await never).toBeNull();
});
