import {
  exportSpki,
  generateCryptoKeyPair,
  getDocumentLoader,
  signRequest,
  verifyRequest,
} from "@fedify/fedify";
import { describe, expect, test, vi } from "vitest";
import { publicKeyOf } from "./public-key";
import { readSignature } from "./read";
import { signedHeaders } from "./sign-request";
import { makePair } from "./testing/signing";

vi.mock("@/lib/core/env", () => ({ env: () => ({ ORIGIN: "https://bells.example" }) }));

const inbox = "https://bells.example/inbox";
const actor = "https://peer.example/users/grace";
const keyUri = `${actor}#main-key`;
const body = JSON.stringify({
  type: "Follow",
  id: `${actor}#follow`,
  actor,
  object: "https://bells.example/@ada",
});

describe("a Fedify peer signs and we verify", () => {
  test.each([
    ["draft-cavage-http-signatures-12", "POST", body],
    ["draft-cavage-http-signatures-12", "GET", null],
    ["rfc9421", "POST", body],
    ["rfc9421", "GET", null],
  ] as const)("%s %s", async (spec, method, content) => {
    const { privateKey, publicKey } = await generateCryptoKeyPair("RSASSA-PKCS1-v1_5");
    const headers = { "content-type": "application/activity+json", accept: "application/activity+json" };
    const unsigned = new Request(`${inbox}?page=1`, { method, headers, body: content });
    const request = await signRequest(unsigned, privateKey, new URL(keyUri), { spec });

    const claim = claimOf(request, content);
    expect(claim).toMatchObject({ keyUri });
    expect("isMadeWith" in claim && claim.isMadeWith(publicKeyOf(await exportSpki(publicKey))!)).toBe(true);
    expect("isMadeWith" in claim && claim.isMadeWith(publicKeyOf(makePair().spki)!)).toBe(false);
    if (content) expect(claimOf(request, `${content} `)).toEqual({ refusal: "digest_differs" });
  });
});

describe("we sign and a Fedify peer verifies", () => {
  test.each([
    ["POST", body],
    ["GET", undefined],
  ] as const)("%s", async (method, content) => {
    const pair = makePair();
    const url = new URL("https://peer.example/inbox?page=1");
    const key = { uri: keyUri, privateKey: pair.privateKey };
    // It leaves queries out of what it verifies, as Mobilizon does.
    const signing = { method, url, date: new Date(), withoutQuery: true, ...(content && { body: content }) };
    const headers = await signedHeaders(key, signing);
    const request = () => new Request(url, { method, headers, body: content ?? null });

    const verified = await verifyRequest(request(), loaders(pair.spki));
    expect(verified?.id?.href).toBe(keyUri);
    expect(await verifyRequest(request(), loaders(makePair().spki))).toBeNull();
  });
});

function claimOf(request: Request, content: string | null) {
  const { method, url, headers } = request;
  return readSignature(
    { method, url: new URL(url), headers, body: content === null ? null : Buffer.from(content) },
    new Date(),
  );
}

function loaders(publicKeyPem: string) {
  const document = {
    "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
    id: actor,
    type: "Person",
    inbox: `${actor}/inbox`,
    preferredUsername: "grace",
    publicKey: { id: keyUri, owner: actor, publicKeyPem },
  };
  const documentLoader = async (url: string) => ({ contextUrl: null, document, documentUrl: url });
  return { documentLoader, contextLoader: getDocumentLoader() };
}
