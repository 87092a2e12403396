import { expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { domainPolicies } from "@/db/schema/servers";
import { createIdentity, createRemoteActor } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { isCutOff } from "@/lib/instance/domain-policy";
import { claim } from "./deliver/lease";
import { fetchDocument } from "./fetch/document";
import { findUriByHandle } from "./fetch/webfinger";
import { sendActivity } from "./outbox/send";
import { accepted, like, send, stored, system, withPeers } from "./testing/knocking";
import { addActor, type Peer } from "./testing/peer";
import { inboxes } from "./testing/wire";

vi.stubEnv("ALLOW_PRIVATE_NETWORK", "on");

let far: Peer;
let friend: Peer;
withPeers((both) => {
  [far, friend] = both;
});

const shut = { reason: "server_suspended" };

/** Only these exchange with this server. */
async function listOnly(db: Database, ...domains: string[]): Promise<void> {
  await db.insert(instanceSettings).values({ data: { federationMode: "listed" } });
  for (const domain of domains) await db.insert(domainPolicies).values({ domain, severity: "allow" });
}

test("a name is allowed with those below it, unless a name above is suspended", async ({ db }) => {
  await listOnly(db, "far.example", "a.bad.example");
  await db.insert(domainPolicies).values([
    { domain: "bad.example", severity: "suspend" },
    { domain: "loud.example", severity: "silence" },
    { domain: "b.far.example", severity: "silence" },
  ]);
  for (const domain of [
    "far.example",
    "a.far.example",
    "far.example:8443",
    "b.far.example",
    "localhost:3000",
  ])
    expect([domain, await isCutOff(db, domain)]).toEqual([domain, false]);
  for (const domain of ["a.bad.example", "loud.example", "notfar.example", "example"])
    expect([domain, await isCutOff(db, domain)]).toEqual([domain, true]);
});

test("where all exchange, being allowed changes nothing", async ({ db }) => {
  await db.insert(domainPolicies).values({ domain: "far.example", severity: "allow" });
  for (const domain of ["far.example", "other.example"]) expect(await isCutOff(db, domain)).toBe(false);
});

test("what others send is refused before it is read", async ({ db }) => {
  await listOnly(db, friend.host);
  const [stranger, grace] = [addActor(far, "stranger"), addActor(friend, "grace")];
  await expect(send(db, stranger, { activity: "not even read" })).rejects.toMatchObject(shut);
  expect(far.asked).toEqual([]);
  expect(await send(db, grace, { activity: like(grace) })).toEqual(accepted);
  expect(await stored(db)).toHaveLength(1);
});

test("others are asked nothing, neither for documents nor for names", async ({ db }) => {
  await listOnly(db, friend.host);
  await expect(fetchDocument(system(db), `${far.origin}/x`)).rejects.toMatchObject(shut);
  await expect(findUriByHandle({ db }, `grace@${far.host}`)).rejects.toMatchObject(shut);
  expect(far.asked).toEqual([]);
  const id = `${friend.origin}/x`;
  friend.answers.set("/x", { id, type: "Note" });
  expect(await fetchDocument(system(db), id)).toMatchObject({ id });
});

test("nothing goes to others, and what waited for them is given up", async ({ db }) => {
  const ada = await createIdentity(db);
  const everybody = [
    await createRemoteActor(db, { domain: "far.example" }),
    await createRemoteActor(db, { domain: "a.friend.example" }),
  ];
  await listOnly(db, "friend.example");
  await sendActivity(system(db), {
    actorId: ada.id,
    activity: { id: `${ada.uri}#1`, type: "Create", actor: ada.uri },
    to: { actorIds: everybody.map(({ id }) => id) },
  });
  expect((await inboxes(db)).map((inbox) => new URL(inbox).host)).toEqual(["a.friend.example"]);
  expect(await claim(system(db), "far.example")).toMatchObject({ isCutOff: true });
  expect(await claim(system(db), "a.friend.example:8443")).toMatchObject({ isCutOff: false });
});
