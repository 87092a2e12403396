import { describe, expect, test } from "vitest";
import { isSameOrigin } from "./origin";

function isAccepted(headers: Record<string, string>): boolean {
  return isSameOrigin(new Headers({ host: "10.0.0.7:3000", ...headers }), "https://events.example");
}

describe("isSameOrigin", () => {
  test("accepts the public address, and the one that the browser talks to", () => {
    expect(isAccepted({ origin: "https://events.example" })).toBe(true);
    expect(isAccepted({ origin: "http://10.0.0.7:3000" })).toBe(true);
  });

  test.each<Record<string, string>>([
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "http://events.example" },
    { origin: "https://events.example.evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ])("refuses %j", (headers) => {
    expect(isAccepted(headers)).toBe(false);
  });
});
