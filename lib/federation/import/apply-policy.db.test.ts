import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { journal } from "@/db/schema/journal";
import { domainPolicies } from "@/db/schema/servers";
import {
  createAccount,
  createEvent,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { removeDomainPolicy, setDomainPolicy } from "@/lib/instance/decide-domain";
import { domainPolicyInput } from "@/lib/instance/input";
import { applyDomainPolicy } from "./apply-policy";

const system = { actor: { kind: "system" as const }, now };

async function administrator(db: Database) {
  const { id: accountId } = await createAccount(db, { role: "administrator" });
  return { db, now, actor: { kind: "account" as const, accountId, role: "administrator" as const } };
}

const decision = (severity: string) =>
  domainPolicyInput.parse({ domain: "far.example", severity, reason: "", note: "" });
const seen = async (db: Database) =>
  (await db.select().from(events))
    .filter(({ deletedAt }) => !deletedAt)
    .map(({ uri }) => uri)
    .sort();

test("what came from a suspended server goes out of sight, and comes back with it", async ({ db }) => {
  const admin = await administrator(db);
  const below = await createRemoteEvent(db, { domain: "sub.far.example" });
  const ported = await createRemoteEvent(db, { domain: "far.example:8443" });
  const far = await createRemoteEvent(db);
  const other = await createRemoteEvent(db, { domain: "notfar.example" });
  const own = await createEvent(db);
  const suspended = await createRemoteActor(db, { deletedAt: now, suspendedAt: now });
  const everything = [below, ported, far, other, own].map(({ uri }) => uri).sort();

  await setDomainPolicy(admin, decision("suspend"));
  await applyDomainPolicy({ ...system, db }, "far.example");
  await applyDomainPolicy({ ...system, db }, "far.example");
  expect(await seen(db)).toEqual([other, own].map(({ uri }) => uri).sort());
  const facts = await db.select().from(journal).where(eq(journal.kind, "identity.updated"));
  expect(facts.map(({ origin }) => origin)).toEqual(["remote", "remote", "remote"]);

  await removeDomainPolicy(admin, "far.example");
  await applyDomainPolicy({ ...system, db }, "far.example");
  expect(await seen(db)).toEqual(everything);
  const [still] = await db.select().from(actors).where(eq(actors.id, suspended.id));
  expect(still).toMatchObject({ deletedAt: now, suspendedAt: now });
});

test("events of a silenced server leave the lists", async ({ db }) => {
  const far = await createRemoteEvent(db);
  const other = await createRemoteEvent(db, { domain: "other.example" });
  await db.insert(domainPolicies).values({ domain: "far.example", severity: "silence" });
  await applyDomainPolicy({ ...system, db }, "far.example");
  const rows = await db.select({ id: events.id, visibility: events.visibility }).from(events);
  expect(new Map(rows.map(({ id, visibility }) => [id, visibility]))).toEqual(
    new Map([
      [far.id, "unlisted"],
      [other.id, "public"],
    ]),
  );
});
