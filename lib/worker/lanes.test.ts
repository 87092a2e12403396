import { expect, test } from "vitest";
import { lanesOf } from "./lanes";
import { taskList } from "./tasks";

test("every job is in one lane: those that wait for other servers apart from mails", () => {
  const all = taskList(() => {
    throw new Error("no job runs here");
  });
  const { here, elsewhere } = lanesOf(all);
  expect([...Object.keys(here), ...Object.keys(elsewhere)].sort()).toEqual(Object.keys(all).sort());
  expect(Object.keys(elsewhere)).toContain("deliver");
  expect(Object.keys(here)).toEqual(expect.arrayContaining(["hear", "tell", "send-mail", "sweep"]));
});
