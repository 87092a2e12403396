import { afterAll, beforeAll, expect, vi } from "vitest";
import { domainPolicies } from "@/db/schema/servers";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { addActor, type Peer, startPeer } from "../testing/peer";
import { refuseSuspendedFetch, requireSignedFetch } from "./require-signed";
import { signCavage } from "./testing/signing";

vi.stubEnv("ALLOW_PRIVATE_NETWORK", "on");

let far: Peer;
beforeAll(async () => {
  far = await startPeer();
});
afterAll(() => far.close());

const url = "http://localhost:3000/events/abc?page=2";

test("who asks is known by their signature, and nobody else is answered", async ({ db }) => {
  const ctx = { db, actor: { kind: "system" as const }, now };
  const grace = addActor(far, "grace");
  const request = signCavage({ method: "GET", url, date: now, ...grace });
  expect(await requireSignedFetch(ctx, request)).toBe(grace.uri);
  for (const other of [new Request(url), signCavage({ method: "GET", url, ...grace, date: new Date(0) })])
    await expect(requireSignedFetch(ctx, other)).rejects.toMatchObject({
      code: "unauthenticated",
      reason: "signature_required",
    });
});

test("suspended servers are told so, also where nobody must sign", async ({ db }) => {
  const ctx = { db, actor: { kind: "system" as const }, now };
  const grace = addActor(far, "grace");
  await db.insert(domainPolicies).values({ domain: far.host, severity: "suspend" });
  const request = signCavage({ method: "GET", url, date: now, ...grace });
  const suspended = { code: "forbidden", reason: "server_suspended" };
  await expect(requireSignedFetch(ctx, request)).rejects.toMatchObject(suspended);
  await expect(refuseSuspendedFetch(ctx, request)).rejects.toMatchObject(suspended);
  expect(await refuseSuspendedFetch(ctx, new Request(url))).toBeUndefined();
});
