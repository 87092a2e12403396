import { beforeEach, expect, test } from "vitest";
import { dropEverything, dropTags, keptPages } from "./kept-pages";
import { remember } from "./remember";

let reads = 0;
const read = async () => ++reads;

beforeEach(() => {
  reads = 0;
  dropEverything();
  keptPages().listening = true;
});

test("reads once, until its tag or everything is dropped", async () => {
  const value = remember("instance", read);
  expect([await value(), await value()]).toEqual([1, 1]);
  dropTags(["event:a"]);
  expect(await value()).toBe(1);
  dropTags(["instance"]);
  expect([await value(), await value()]).toEqual([2, 2]);
  dropEverything();
  expect(await value()).toBe(3);
});

test("reads every time while changes are not heard of", async () => {
  keptPages().listening = false;
  const value = remember("instance", read);
  expect([await value(), await value()]).toEqual([1, 2]);
});

test("does not trust what was read while its tag was dropped", async () => {
  const value = remember("instance", async () => {
    if (reads === 0) dropTags(["instance"]);
    return read();
  });
  expect([await value(), await value(), await value()]).toEqual([1, 2, 2]);
});
