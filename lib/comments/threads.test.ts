import fc from "fast-check";
import { expect, test } from "vitest";
import { noneUnwelcome } from "@/lib/identities/blocks/unwelcome";
import { threadOf } from "./rules";
import { type Said, type ThreadRow, threadsFor, threadsOf } from "./threads";

type Tree = { id: string; threadId: string | null };

/** Everybody answers something that was said before, or begins anew. */
const talks = fc.array(fc.option(fc.nat(), { freq: 3 }), { maxLength: 40 }).map((answered) => {
  const all: Tree[] = [];
  for (const [index, target] of answered.entries()) {
    const parent = target === null || all.length === 0 ? null : all[target % all.length]!;
    all.push({ id: `c${index}`, threadId: threadOf(parent) });
  }
  return all;
});

const rowOf = ({ id, threadId }: Tree, total: number): ThreadRow => ({
  said: { id, threadId } as Said,
  total,
});

function rowsOf(all: Tree[], shown: number): ThreadRow[] {
  return all
    .filter(({ threadId }) => threadId === null)
    .flatMap((root) => {
      const answers = all.filter(({ threadId }) => threadId === root.id);
      return [root, ...answers.slice(0, shown)].map((comment) => rowOf(comment, answers.length));
    });
}

test("every comment stands in one thread, in the order in which it was said, and what is left out is counted", () => {
  fc.assert(
    fc.property(talks, fc.nat(6), (all, shown) => {
      const threads = threadsOf(rowsOf(all, shown));
      for (const { root, answers, more } of threads) {
        const whole = all.filter(({ threadId }) => threadId === root.id);
        expect(root.threadId).toBeNull();
        expect(answers.map(({ id }) => id)).toEqual(whole.slice(0, shown).map(({ id }) => id));
        expect(answers.length + more).toBe(whole.length);
      }
      const roots = all.filter(({ threadId }) => threadId === null);
      expect(threads.map(({ root }) => root.id)).toEqual(roots.map(({ id }) => id));
    }),
  );
});

test("answers to nothing are left out", () => {
  expect(threadsOf([rowOf({ id: "b", threadId: "a" }, 1)])).toEqual([]);
});

test("who is not to be heard is in no thread; what others answered them stays", () => {
  const by = (id: string, threadId: string | null) =>
    ({ id, threadId, html: id, author: { id: id[0] } }) as unknown as Said;
  const threads = [
    { root: by("a1", null), answers: [by("b1", "a1"), by("c1", "a1")], more: 0 },
    { root: by("b2", null), answers: [by("b3", "b2")], more: 0 },
    { root: by("b4", null), answers: [by("a2", "b4")], more: 0 },
  ];
  const heard = threadsFor({ ids: ["b"], domains: [], words: [] }, threads);
  expect(heard.map(({ root, answers }) => [root.html, ...answers.map(({ html }) => html)])).toEqual([
    ["a1", "c1"],
    ["", "a2"],
  ]);
  expect(threadsFor(noneUnwelcome, threads)).toEqual(threads);
});

test("folds what contains a muted word, and keeps what hosts announce", () => {
  const said = (html: string, by: Partial<Said> = {}) =>
    ({ html, author: { id: "b", domain: "far.example" }, isAnnouncement: false, ...by }) as Said;
  const root = said("<p>Free <b>crypto</b></p>", { isAnnouncement: true });
  const threads = [{ root, answers: [said("x")], more: 0 }];
  expect(threadsFor({ ids: [], domains: ["far.example"], words: ["Crypto"] }, threads)).toEqual([
    { root: { ...root, mutedWord: "Crypto" }, answers: [], more: 0 },
  ]);
});
