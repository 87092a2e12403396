import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowedUrl } from "./allowed-url";
import { scopeOf } from "./private-address";

const ranges: [string, number][] = [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["100.64.0.0", 10],
  ["0.0.0.0", 8],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
const withinRange = fc
  .tuple(fc.constantFrom(...ranges), fc.nat(0xffffffff))
  .map(([[net, prefix], random]) => {
    const mask = (0xffffffff << (32 - prefix)) >>> 0;
    return ((numberOf(net) & mask) | (random & ~mask)) >>> 0;
  });
const onTheInternet = fc
  .constantFrom("1.1.1.1", "8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1")
  .map(numberOf);

const part = (value: number, base: number) =>
  base === 8 ? `0${value.toString(8)}` : base === 16 ? `0x${value.toString(16)}` : String(value);
const bytesOf = (address: number) => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255);

/** Every way in which URLs may write an IPv4 address (WHATWG URL, 3.5): one to four parts, three bases, odd digits. */
const spelling = (addresses: fc.Arbitrary<number>) =>
  fc
    .tuple(
      addresses,
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.constantFrom(8, 10, 16), { minLength: 4, maxLength: 4 }),
      fc.constantFrom("plain", "fullwidth", "percent"),
      fc.boolean(),
    )
    .map(([address, count, bases, script, dot]) => {
      const bytes = bytesOf(address);
      const head = bytes.slice(0, count - 1);
      const rest = bytes.slice(count - 1).reduce((sum, byte) => sum * 256 + byte, 0);
      const text = [...head, rest].map((value, index) => part(value, bases[index] ?? 10)).join(".");
      return written(text, script) + (dot ? "." : "");
    });

/** The ways in which an IPv6 address carries an IPv4 address. */
const carriers = [
  (bytes: number[]) => `::ffff:${bytes.join(".")}`,
  (bytes: number[]) => `0:0:0:0:0:FFFF:${groups(bytes)}`,
  (bytes: number[]) => `64:ff9b::${bytes.join(".")}`,
  (bytes: number[]) => `0064:FF9B:0000:0:0:0:${groups(bytes)}`,
  (bytes: number[]) => `2002:${groups(bytes)}::1`,
  (bytes: number[]) => `2002:${groups(bytes)}:0:0:0:0:0`,
];

describe("scopeOf", () => {
  test("knows no private address for one of the internet, however it is spelt", () => {
    fc.assert(
      fc.property(spelling(withinRange), (host) => {
        const url = allowedUrl(`http://${host}/`);
        expect(url, host).not.toBeNull();
        expect(scopeOf(url!.hostname), host).not.toBe("public");
      }),
      { numRuns: 2000 },
    );
  });

  test("knows one of the internet, however it is spelt", () => {
    fc.assert(
      fc.property(spelling(onTheInternet), (host) => {
        expect(scopeOf(allowedUrl(`http://${host}/`)!.hostname), host).toBe("public");
      }),
    );
  });

  test("looks into addresses of IPv6 that carry one of IPv4", () => {
    fc.assert(
      fc.property(withinRange, fc.constantFrom(...carriers), (address, carry) => {
        expect(scopeOf(carry(bytesOf(address)))).not.toBe("public");
      }),
    );
    for (const carry of carriers) expect(scopeOf(carry([93, 184, 216, 34]))).toBe("public");
  });

  test.each([
    ["127.0.0.1", "loopback"],
    ["::1", "loopback"],
    ["0:0:0:0:0:0:0:1", "loopback"],
    ["::ffff:127.0.0.1", "loopback"],
    ["10.1.2.3", "private"],
    ["fd12:3456::1", "private"],
    ["::", "never"],
    ["::127.0.0.1", "never"],
    ["fe80::1", "never"],
    ["fe80::1%eth0", "never"],
    ["fec0::1", "never"],
    ["ff02::1", "never"],
    ["100::1", "never"],
    ["64:ff9b:1::1.1.1.1", "never"],
    ["2001::1", "never"],
    ["2001:db8::1", "never"],
    ["3fff::1", "never"],
    ["4000::1", "never"],
    ["169.254.169.254", "never"],
    ["100.64.0.1", "never"],
    ["255.255.255.255", "never"],
    ["localhost", "never"],
    ["", "never"],
    ["2606:4700:4700::1111", "public"],
    ["2a00:1450:4007:80f::200e", "public"],
    ["172.15.255.255", "public"],
  ])("%s is %s", (address, scope) => expect(scopeOf(address)).toBe(scope));
});

describe("allowedUrl", () => {
  test.each([
    "http://example.org/",
    "https://example.org:443/",
    "http://example.org:8080/",
    "https://example.org:65535/x?y#z",
  ])("lets %s through", (address) => expect(allowedUrl(address)?.href).toBe(new URL(address).href));

  test.each([
    "ftp://example.org/",
    "file:///etc/passwd",
    "gopher://example.org/",
    "data:text/html,x",
    "javascript:alert(1)",
    "http://user@example.org/",
    "http://:secret@example.org/",
    "http://example.org:22/",
    "http://example.org:25/",
    "http://example.org:0/",
    "http://",
    "/path",
    "",
  ])("refuses %s", (address) => expect(allowedUrl(address)).toBeNull());
});

function numberOf(address: string): number {
  return address.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0);
}

function groups([a = 0, b = 0, c = 0, d = 0]: number[]): string {
  return [a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(":");
}

function written(text: string, script: string): string {
  if (script === "fullwidth")
    return text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  return script === "percent" ? text.replace(/\d/g, (digit) => `%3${digit}`) : text;
}
