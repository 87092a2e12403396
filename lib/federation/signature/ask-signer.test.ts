import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Context } from "@/lib/core/context";
import { askSigner } from "./ask-signer";
import type { Signer } from "./signer";

const asked = vi.hoisted(() => [] as { keyUri: string; answer: (signer: Signer | null) => void }[]);
vi.mock("./signer", () => ({
  fetchSigner: (_ctx: unknown, keyUri: string) =>
    new Promise((answer) => {
      asked.push({ keyUri, answer });
    }),
}));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  for (const { answer } of asked.splice(0)) answer(null);
  await vi.advanceTimersByTimeAsync(0);
  vi.useRealTimers();
});

const key = (name: string | number, host = "far.example") => `https://${host}/users/${name}#main-key`;
const asking = () => ({ db: {} }) as unknown as Context;
const outcome = (answer: Promise<unknown>) =>
  answer.then(
    () => "answered",
    (error: Error) => error.message,
  );

test("waits for no server longer than twenty seconds, and asks once for all who wait", async () => {
  const ctx = asking();
  const waiting = [outcome(askSigner(ctx, key("grace"))), outcome(askSigner(ctx, key("grace")))];
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await Promise.all(waiting)).toEqual(Array(2).fill("unreachable: no answer in time"));
  expect(asked.map(({ keyUri }) => keyUri)).toEqual([key("grace")]);
  // What comes late is of use to whoever comes then.
  asked[0]!.answer(null);
  expect(await outcome(askSigner(ctx, key("grace")))).toBe("answered");
  expect(asked).toHaveLength(1);
});

test("has no more than so many questions open, of one server and of all", async () => {
  const ctx = asking();
  const ask = (name: string | number, host?: string) => void outcome(askSigner(ctx, key(name, host)));
  for (let count = 0; count < 25; count++) ask(count);
  expect(asked).toHaveLength(20);
  expect(await outcome(askSigner(ctx, key("more")))).toBe("unreachable: asked too much at once");
  ask("linus", "else.example");
  expect(asked).toHaveLength(21);

  for (let count = 0; count < 250; count++) ask("x", `${count}.example`);
  expect(asked).toHaveLength(200);
  asked[0]!.answer(null);
  await vi.advanceTimersByTimeAsync(0);
  ask("more");
  expect(asked.at(-1)!.keyUri).toBe(key("more"));
});
