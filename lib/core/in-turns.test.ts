import { expect, test } from "vitest";
import { AppError, conflict } from "./errors";
import { inTurns } from "./in-turns";

/** Refuses odd numbers, and answers others with how many were run with them. */
function counting(fail: (calls: number[]) => void = () => {}) {
  const batches: number[][] = [];
  const run = inTurns(async (calls: number[]) => {
    batches.push(calls);
    await Promise.resolve();
    fail(calls);
    return calls.map((call) => (call % 2 ? { error: conflict("odd") } : { answer: calls.length }));
  });
  return { run, batches };
}

test("the first runs at once, those that come meanwhile together and in their order", async () => {
  const { run, batches } = counting();
  const answers = await Promise.all([run("a", 0), run("a", 2), run("b", 4), run("a", 6)]);
  expect(answers).toEqual([1, 2, 1, 2]);
  expect(batches).toEqual([[0], [4], [2, 6]]);
});

test("each is refused alone", async () => {
  const { run } = counting();
  const settled = await Promise.allSettled([run("a", 0), run("a", 1), run("a", 2)]);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("what fails for all is tried for each, so that one cannot spoil it for others", async () => {
  const { run, batches } = counting((calls) => {
    if (calls.includes(4)) throw new Error("broken");
  });
  const settled = await Promise.allSettled([run("a", 0), run("a", 2), run("a", 4), run("a", 6)]);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(batches).toEqual([[0], [2, 4, 6], [2], [4], [6]]);
});

test("a refusal of all refuses each", async () => {
  const { run, batches } = counting((calls) => {
    if (calls.length > 1) throw new AppError("not_found", "event_not_found");
  });
  const settled = await Promise.allSettled([run("a", 0), run("a", 2), run("a", 4)]);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(batches).toHaveLength(2);
});

test("later calls start a new turn", async () => {
  const { run, batches } = counting();
  await run("a", 0);
  await run("a", 2);
  expect(batches).toEqual([[0], [2]]);
});
