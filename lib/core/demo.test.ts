import { describe, expect, test, vi } from "vitest";
import { isOutOfReach, lastWipe, nextWipe } from "./demo";
import { ADDRESS_REFUSED, internet } from "./net/guarded-agent";
import { safeFetch } from "./net/safe-fetch";

vi.stubEnv("DEMO", "1");
vi.stubEnv("ALLOW_PRIVATE_NETWORK", "on");

describe("a demonstration", () => {
  test("is wiped every 48 hours by the clock, and at that moment the next time counts", () => {
    const next = nextWipe(new Date("2026-11-23T12:00:00Z"));
    expect(next).toEqual(new Date("2026-11-25T00:00:00Z"));
    expect(lastWipe(new Date("2026-11-23T12:00:00Z"))).toEqual(new Date("2026-11-23T00:00:00Z"));
    expect(nextWipe(next)).toEqual(new Date("2026-11-27T00:00:00Z"));
    expect(lastWipe(next)).toEqual(next);
  });

  test.each(["localhost", "localhost:3000", "bells.localhost", "127.0.0.1:80", "[::1]:3000"])(
    "reaches %s",
    (host) => expect(isOutOfReach(host)).toBe(false),
  );

  test.each(["example.org", "example.org:8080", "10.0.0.1", "192.168.1.1", "1.1.1.1", "localhost.example"])(
    "leaves %s alone",
    (host) => expect(isOutOfReach(host)).toBe(true),
  );

  test("asks nobody for the address of another machine, and connects to none", async () => {
    const code = await new Promise((settle) => {
      internet.lookup("example.org", {}, (error) => settle(error?.code));
    });
    expect(code).toBe(ADDRESS_REFUSED);
    for (const address of ["1.1.1.1", "10.0.0.1", "192.168.0.1"])
      expect(internet.mayReach(address)).toBe(false);
    expect(internet.mayReach("127.0.0.1")).toBe(true);
    const wish = { types: ["text/html"], maxBytes: 100 };
    expect(await safeFetch("https://example.org/", wish)).toHaveProperty("refusal");
  });
});
