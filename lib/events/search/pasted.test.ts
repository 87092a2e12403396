import { expect, test } from "vitest";
import { pastedAddress } from "./pasted";

test.each([
  ["https://bell.example/events/abc?x=1", { path: "/events/abc?x=1" }],
  ["https://bell.example//evil.example", { path: "/" }],
  ["@Ada", { handle: "ada" }],
  ["@ada@bell.example", { handle: "ada" }],
  ["@ada@other.example", { elsewhere: "other.example" }],
  ["https://other.example/events/1", { elsewhere: "other.example" }],
  ["http://bell.example/events/abc", { elsewhere: "bell.example" }],
  ["javascript:alert(1)", null],
  ["https://", null],
  ["choir @ada", null],
  ["ada@bell.example", null],
])("%s", (text, expected) => {
  expect(pastedAddress(text, "https://bell.example")).toEqual(expected);
});
