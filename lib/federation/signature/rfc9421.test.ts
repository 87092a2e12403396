import { generateKeyPairSync } from "node:crypto";
import { expect, test, vi } from "vitest";
import { publicKeyOf } from "./public-key";
import { readSignature } from "./read";
import { makePair, type Parts, signRfc9421 } from "./testing/signing";

vi.mock("@/lib/core/env", () => ({ env: () => ({ ORIGIN: "https://bells.example" }) }));

const now = new Date("2026-11-23T12:00:00Z");
const url = "https://bells.example/inbox?x=1";
const keyUri = "https://far.example/users/grace#main-key";
const pair = makePair();
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const seconds = now.getTime() / 1000;

function checked(parts: Partial<Parts> = {}, came: { url?: string; body?: string; pem?: string } = {}) {
  const body = '{"type":"Follow"}';
  const request = signRfc9421({ url, body, keyUri, privateKey: pair.privateKey, date: now, ...parts });
  const bytes = Buffer.from(came.body ?? body);
  const { method, headers } = request;
  const claim = readSignature({ method, url: new URL(came.url ?? url), headers, body: bytes }, now);
  return "refusal" in claim ? claim.refusal : claim.isMadeWith(publicKeyOf(came.pem ?? pair.spki)!);
}

test("takes the target in each of the ways to cover it", () => {
  expect(checked()).toBe(true);
  expect(checked({ names: ["@method", "@path", "@query", "@authority", "content-digest"] })).toBe(true);
  expect(checked({ names: ["@method", "@path", "@authority", "content-digest"] })).toBe(true);
  expect(checked({ url: "https://bells.example/inbox" })).toBe(true);
});

test.each([
  ["the method", ["@target-uri", "content-digest"]],
  ["the target", ["@method", "@authority", "content-digest"]],
  ["the host", ["@method", "@path", "content-digest"]],
  ["the digest", ["@method", "@target-uri"]],
])("must cover %s", (_, names) => expect(checked({ names })).toBe("signature_covers_too_little"));

test("is believed for an hour, from clocks five minutes ahead, and not after it expires", () => {
  expect(checked({ date: minutes(-59) })).toBe(true);
  expect(checked({ date: minutes(-61) })).toBe("signature_not_timely");
  expect(checked({ date: minutes(6) })).toBe("signature_not_timely");
  expect(checked({ params: { expires: seconds + 60 } })).toBe(true);
  expect(checked({ params: { expires: seconds - 1 } })).toBe("signature_not_timely");
});

test("belongs to the bytes, the host and the path that it came with", () => {
  expect(checked({}, { body: "{}" })).toBe("digest_differs");
  expect(checked({ headers: { "content-digest": "sha-256=:AAAA:" } })).toBe("digest_differs");
  expect(checked({}, { url: "https://bells.example/@ada/inbox" })).toBe(false);
  expect(checked({}, { url: "https://evil.example/inbox" })).toBe(false);
});

test("is made with that key, in a way that the key can", () => {
  expect(checked({ params: { alg: "rsa-v1_5-sha256" } })).toBe(true);
  for (const alg of ["hmac-sha256", "ed25519", "ecdsa-p256-sha256", "rsa-pss-sha512"])
    expect(checked({ params: { alg } })).toBe(false);
  expect(checked({}, { pem: makePair().spki })).toBe(false);
});

test("takes Ed25519", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
  expect(checked({ privateKey, params: { alg: "ed25519" } }, { pem })).toBe(true);
  expect(checked({ privateKey, params: { alg: "rsa-v1_5-sha256" } }, { pem })).toBe(false);
});

test("a part that is named twice could be read in two ways, so it is not read", () => {
  expect(checked({ names: ["@method", "@method", "@target-uri", "content-digest"] })).toBe(
    "signature_not_readable",
  );
});
