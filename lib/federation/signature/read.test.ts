import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { publicKeyOf } from "./public-key";
import { claimedKey, readSignature } from "./read";
import { makePair, type Parts, signCavage } from "./testing/signing";

vi.mock("@/lib/core/env", () => ({ env: () => ({ ORIGIN: "https://bells.example" }) }));

const now = new Date("2026-11-23T12:00:00Z");
const url = "https://bells.example/inbox";
const keyUri = "https://far.example/users/grace#main-key";
const pair = makePair();
const other = makePair();
const key = publicKeyOf(pair.spki)!;
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

async function checked(parts: Partial<Parts> = {}, change: { body?: string; url?: string } = {}) {
  const body = "body" in parts || parts.method === "GET" ? parts.body : '{"type":"Follow"}';
  const request = signCavage({
    url,
    keyUri,
    privateKey: pair.privateKey,
    date: now,
    ...parts,
    ...(body !== undefined && { body }),
  });
  const bytes = body === undefined ? null : Buffer.from(change.body ?? body);
  const claim = readSignature(
    {
      method: request.method,
      url: new URL(change.url ?? request.url),
      headers: request.headers,
      body: bytes,
    },
    now,
  );
  return "refusal" in claim ? claim.refusal : claim.isMadeWith(key);
}

describe("draft-cavage", () => {
  test("takes what nearly all peers send", async () => {
    expect(await checked()).toBe(true);
    expect(await checked({ method: "GET" })).toBe(true);
  });

  test.each([
    ["snac2", { names: ["(request-target)", "host", "digest", "date"] }],
    [
      "GoToSocial",
      { names: ["(request-target)", "host", "date", "digest"], params: { algorithm: "hs2019" } },
    ],
    ["Hollo", { names: ["(request-target)", "content-type", "date", "digest", "host"] }],
    ["Hubzilla", { names: ["content-type", "date", "host", "digest", "(request-target)"] }],
    [
      "WordPress",
      {
        names: ["(request-target)", "host", "date", "digest", "collection-synchronization"],
        headers: { "collection-synchronization": 'digest="x"' },
      },
    ],
    [
      "Mobilizon",
      {
        names: ["(request-target)", "content-length", "date", "digest", "host"],
        headers: { "content-length": "17" },
      },
    ],
  ])("takes what %s signs", async (_, parts) => expect(await checked(parts as Partial<Parts>)).toBe(true));

  test("takes a target with its query or without it", async () => {
    const paged = `${url}?page=2`;
    expect(await checked({ method: "GET", url: paged })).toBe(true);
    expect(await checked({ method: "GET", url: paged, target: "get /inbox" })).toBe(true);
    expect(await checked({ method: "GET", url: paged, target: "get /outbox" })).toBe(false);
  });

  test("takes (created) in the place of the date", async () => {
    const names = ["(request-target)", "(created)", "host", "digest"];
    const created = now.getTime() / 1000;
    expect(await checked({ names, params: { algorithm: "hs2019", created } })).toBe(true);
    expect(await checked({ names, params: { algorithm: "hs2019", created: created - 4000 } })).toBe(
      "signature_not_timely",
    );
    expect(await checked({ names, params: { algorithm: "hs2019", created: created + 400 } })).toBe(
      "signature_not_timely",
    );
    expect(await checked({ params: { algorithm: "hs2019", expires: created - 1 } })).toBe(
      "signature_not_timely",
    );
  });

  test("is believed for an hour, and from clocks that are five minutes ahead", async () => {
    expect(await checked({ date: minutes(-59) })).toBe(true);
    expect(await checked({ date: minutes(-61) })).toBe("signature_not_timely");
    expect(await checked({ date: minutes(4) })).toBe(true);
    expect(await checked({ date: minutes(6) })).toBe("signature_not_timely");
    for (const date of ["2026-11-23T12:00:00Z", "Mon, 23 Nov 2026 12:00:00 +0000", "now", ""])
      expect(await checked({ headers: { date } })).toBe("signature_not_timely");
  });

  test.each([
    ["target", ["host", "date", "digest"]],
    ["host", ["(request-target)", "date", "digest"]],
    ["time", ["(request-target)", "host", "digest"]],
    ["digest", ["(request-target)", "host", "date"]],
  ])("must cover the %s", async (_, names) => {
    expect(await checked({ names })).toBe("signature_covers_too_little");
  });

  test("belongs to the bytes that came, whatever the digest says", async () => {
    expect(await checked({}, { body: '{"type":"Delete"}' })).toBe("digest_differs");
    expect(await checked({ headers: { digest: "MD5=x" } })).toBe("digest_differs");
    expect(await checked({ headers: { digest: "" } })).toBe("digest_differs");
  });

  test("belongs to the host and path that it came to", async () => {
    expect(await checked({}, { url: "https://bells.example/@ada/inbox" })).toBe(false);
    expect(await checked({}, { url: "https://other.example/inbox" })).toBe(false);
    expect(await checked({ method: "PUT", target: "post /inbox" })).toBe(false);
  });

  test("is made with that key and no other", async () => {
    expect(await checked({ privateKey: other.privateKey })).toBe(false);
  });

  test.each([
    "",
    "x",
    'keyId="a"',
    'keyId="a",signature="b",keyId="c"',
    'keyId="a",signature="b",algorithm="none"',
  ])("is not read as %s", (signature) => {
    const headers = new Headers({ signature, date: now.toUTCString() });
    const claim = readSignature({ method: "GET", url: new URL(url), headers, body: null }, now);
    expect(claim).toEqual({ refusal: signature === "" ? "signature_missing" : "signature_not_readable" });
  });
});

describe("readSignature", () => {
  test("reads whatever strangers write without a fault", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', "=", ",", ";", "(", ")", " ", ":", "a", "1", "@", "\\") }),
    );
    fc.assert(
      fc.property(text, fc.option(text), (signature, input) => {
        const values: Record<string, string | null> = {
          signature,
          "signature-input": input,
          date: now.toUTCString(),
        };
        const headers = { get: (name: string) => values[name] ?? null };
        const claim = readSignature(
          { method: "POST", url: new URL(url), headers, body: Buffer.from("{}") },
          now,
        );
        expect("refusal" in claim || !claim.isMadeWith(key)).toBe(true);
        claimedKey(headers);
      }),
      { numRuns: 2000 },
    );
  });

  test("is done with long and odd headers at once", () => {
    for (const odd of [
      "(".repeat(7000),
      `a=(${'"x" '.repeat(1500)}`,
      `a=(${" ".repeat(7000)}`,
      "a=1,".repeat(1700),
    ]) {
      const headers = new Headers({ signature: "sig1=:AA==:", "signature-input": odd });
      expect(readSignature({ method: "GET", url: new URL(url), headers, body: null }, now)).toHaveProperty(
        "refusal",
      );
      readSignature(
        { method: "GET", url: new URL(url), headers: new Headers({ signature: odd }), body: null },
        now,
      );
    }
  });
});

describe("publicKeyOf", () => {
  test("reads both ways to write an RSA key", () => {
    for (const pem of [pair.spki, pair.pkcs1, `${pair.pkcs1}\n\n`])
      expect(publicKeyOf(pem)?.equals(pair.publicKey)).toBe(true);
  });

  test("reads no private key, no short one, no nonsense", () => {
    const secret = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    for (const pem of [
      secret,
      makePair(1024).spki,
      "",
      "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
    ])
      expect(publicKeyOf(pem)).toBeNull();
  });
});
