import type { IncomingHttpHeaders } from "node:http";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { requireSignedFetch } from "@/lib/federation/signature/require-signed";
import { signCavage } from "@/lib/federation/signature/testing/signing";
import { addActor, type Peer, startPeer } from "@/lib/federation/testing/peer";
import { settleAccept } from "./visitor/document-path";

vi.stubEnv("ALLOW_PRIVATE_NETWORK", "on");

let far: Peer;
beforeAll(async () => {
  far = await startPeer();
});
afterAll(() => far.close());

const url = "http://localhost:3000/events/abcdefghjk2345";

test("what is accepted may be signed, though the desk makes one word of it", async ({ db }) => {
  const ctx = { db, actor: { kind: "system" as const }, now };
  const grace = addActor(far, "grace");
  const names = ["(request-target)", "accept", "date", "host"];
  const headers = { accept: "application/activity+json, application/ld+json" };
  const { headers: signed } = signCavage({ method: "GET", url, date: now, ...grace, names, headers });
  const seen: IncomingHttpHeaders = Object.fromEntries(signed);
  settleAccept({ headers: seen });
  expect(seen.accept).toBe("application/activity+json");
  const request = new Request(url, { headers: seen as Record<string, string> });
  expect(await requireSignedFetch(ctx, request)).toBe(grace.uri);
});
