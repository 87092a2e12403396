import { describe, expect, test } from "vitest";
import { isUnchanged, strongEtag } from "./conditional";

const etag = strongEtag("BEGIN:VCALENDAR");
const current = { etag, lastModified: new Date("2026-10-02T08:00:00.500Z") };
const ask = (headers: Record<string, string>) => isUnchanged(new Headers(headers), current);

test("strongEtag follows the bytes", () => {
  expect(etag).toMatch(/^"[\w-]{27}"$/);
  expect(strongEtag("BEGIN:VCALENDAR")).toBe(etag);
  expect(strongEtag("BEGIN:VCALENDAR ")).not.toBe(etag);
});

describe("isUnchanged", () => {
  test("compares tags, also weakened ones and lists", () => {
    expect(ask({ "if-none-match": etag })).toBe(true);
    expect(ask({ "if-none-match": `"old", W/${etag}` })).toBe(true);
    expect(ask({ "if-none-match": "*" })).toBe(true);
    expect(ask({ "if-none-match": '"old"' })).toBe(false);
  });

  test("compares times to the second, and only without a tag", () => {
    expect(ask({ "if-modified-since": "Fri, 02 Oct 2026 08:00:00 GMT" })).toBe(true);
    expect(ask({ "if-modified-since": "Fri, 02 Oct 2026 07:59:59 GMT" })).toBe(false);
    expect(ask({ "if-modified-since": "yesterday" })).toBe(false);
    expect(ask({ "if-none-match": '"old"', "if-modified-since": "Fri, 02 Oct 2026 08:00:00 GMT" })).toBe(
      false,
    );
    expect(ask({})).toBe(false);
  });
});
