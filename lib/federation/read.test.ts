import { expect, test } from "vitest";
import { idIn, idsIn } from "./read";

test("an id is an address of the web, by itself, in a list, or of what is written out", () => {
  const id = "https://far.example/users/grace";
  for (const value of [id, [id, "https://b.example/"], { id, type: "Person" }, [{ id }]])
    expect(idIn(value)).toBe(id);
  expect(idsIn([id, { id }, 7, null])).toEqual([id, id]);
});

test.for([
  ["nothing", undefined],
  ["a number", 7],
  ["no address", "grace"],
  ["a script", "javascript:alert(1)"],
  ["a file", "file:///etc/passwd"],
  ["a part of a page", { id: { id: "https://far.example/" } }],
  ["a long one", `https://far.example/${"x".repeat(2000)}`],
  ["one of few letters and many bytes", `https://far.example/${"鐘".repeat(700)}`],
  ["a name before the server", "https://here.example@far.example/users/grace"],
  ["a password", "https://:x@far.example/"],
  ["a dot behind the server", "https://far.example./users/grace"],
  ["a dot and a port", "https://far.example.:8443/users/grace"],
] as const)("%s is no id", ([, value]) => {
  expect(idIn(value)).toBeNull();
});
