import { describe, expect, test } from "vitest";
import { setClientAddress } from "./client-address";

function seenFrom(remoteAddress: string, claimed?: string) {
  const headers: Record<string, string> = claimed ? { "x-forwarded-for": claimed } : {};
  setClientAddress({ headers, socket: { remoteAddress } });
  return headers["x-forwarded-for"];
}

describe("setClientAddress", () => {
  test.each(["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.1.2.3", "172.20.0.2", "192.168.1.9", "fd00::2"])(
    "believes a proxy at %s",
    (proxy) => expect(seenFrom(proxy, "203.0.113.7")).toBe("203.0.113.7"),
  );

  test.each(["198.51.100.4", "::ffff:198.51.100.4", "2001:db8::4", "172.32.0.1"])(
    "does not believe %s, who comes directly",
    (address) => expect(seenFrom(address, "203.0.113.7")).toBe(address.replace("::ffff:", "")),
  );

  test("names whoever comes without a proxy", () => {
    expect(seenFrom("127.0.0.1")).toBe("127.0.0.1");
    expect(seenFrom("198.51.100.4")).toBe("198.51.100.4");
  });

  test("survives a connection that is gone", () => {
    expect(seenFrom("", "203.0.113.7")).toBe("");
  });
});
