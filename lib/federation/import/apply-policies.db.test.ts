import { eq, isNotNull, sql } from "drizzle-orm";
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
import { removeDomainPolicy, setDomainPolicies, setDomainPolicy } from "@/lib/instance/decide-domain";
import { domainPolicyInput } from "@/lib/instance/input";
import { applyDomainPolicies } from "./apply-policies";

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
  await applyDomainPolicies({ ...system, db });
  await applyDomainPolicies({ ...system, db });
  expect(await seen(db)).toEqual([other, own].map(({ uri }) => uri).sort());
  const facts = await db.select().from(journal).where(eq(journal.kind, "identity.updated"));
  expect(facts.map(({ origin }) => origin)).toEqual(["remote", "remote", "remote"]);

  await removeDomainPolicy(admin, "far.example");
  await applyDomainPolicies({ ...system, db });
  expect(await seen(db)).toEqual(everything);
  const [still] = await db.select().from(actors).where(eq(actors.id, suspended.id));
  expect(still).toMatchObject({ deletedAt: now, suspendedAt: now });
});

test("events of a silenced server leave the lists", async ({ db }) => {
  const far = await createRemoteEvent(db);
  const other = await createRemoteEvent(db, { domain: "other.example" });
  await db.insert(domainPolicies).values({ domain: "far.example", severity: "silence" });
  await applyDomainPolicies({ ...system, db });
  const rows = await db.select({ id: events.id, visibility: events.visibility }).from(events);
  expect(new Map(rows.map(({ id, visibility }) => [id, visibility]))).toEqual(
    new Map([
      [far.id, "unlisted"],
      [other.id, "public"],
    ]),
  );
});

test("a whole list is one job, however often one decides", async ({ db }) => {
  const admin = await administrator(db);
  const list = ["far.example", "other.example"].map((domain) => ({ ...decision("suspend"), domain }));
  await setDomainPolicies(admin, list);
  await removeDomainPolicy(admin, "far.example");
  const jobs = await db.execute(sql`select task_identifier as task, key from graphile_worker.jobs
    where task_identifier <> 'hear'`);
  expect([...jobs]).toEqual([{ task: "apply-domain-policies", key: "apply-domain-policies" }]);
});

test("a suspension above counts more than what stands nearest, and each name follows its own", async ({
  db,
}) => {
  for (const domain of ["a.far.example", "b.far.example:444", "far.example.net", "quiet.example"])
    await createRemoteEvent(db, { domain });
  await db.insert(domainPolicies).values([
    { domain: "far.example", severity: "suspend" },
    { domain: "a.far.example", severity: "allow" },
    { domain: "example", severity: "silence" },
  ]);
  await applyDomainPolicies({ ...system, db });
  const rows = await db.select().from(events).orderBy(events.domain);
  expect(rows.map(({ domain, deletedAt, visibility }) => [domain, deletedAt !== null, visibility])).toEqual([
    ["a.far.example", true, "public"],
    ["b.far.example:444", true, "public"],
    ["far.example.net", false, "public"],
    ["quiet.example", false, "unlisted"],
  ]);
});

test("killed in the middle, it goes on where it was, and says everything once", async ({ db }) => {
  const people = 230;
  await fillServer(db, "far.example", people);
  await db.insert(domainPolicies).values({ domain: "far.example", severity: "suspend" });
  const gone = () => db.$count(actors, isNotNull(actors.deletedAt));
  const said = () => db.$count(journal, eq(journal.kind, "identity.updated"));

  await expect(applyDomainPolicies({ ...system, db: dyingAfter(db, 2) })).rejects.toThrow("killed");
  expect(await gone()).toBe(200);
  await applyDomainPolicies({ ...system, db });
  expect([await gone(), await said()]).toEqual([people, people / 2]);

  await db.delete(domainPolicies);
  await expect(applyDomainPolicies({ ...system, db: dyingAfter(db, 1) })).rejects.toThrow("killed");
  expect(await gone()).toBe(people - 100);
  await applyDomainPolicies({ ...system, db });
  await applyDomainPolicies({ ...system, db });
  expect([await gone(), await said()]).toEqual([0, people / 2]);
  expect(await db.$count(journal, eq(journal.kind, "identity.unsuspended"))).toBe(people / 2);
});

/** People of a server; every second announces something. */
async function fillServer(db: Database, domain: string, people: number) {
  await db.execute(sql`
    insert into actors (id, kind, handle, domain, uri, name)
    select gen_random_uuid(), 'person', 'p' || n, ${domain}::text, 'https://far.example/' || n, 'P'
    from generate_series(1, ${people}::int) n`);
  await db.execute(sql`
    insert into events (id, slug, uri, domain, organizer_id, title, zone, starts_at, published_at)
    select gen_random_uuid(), handle, uri || '/event', domain, id, 'E', 'UTC', now(), now()
    from actors where substr(handle, 2)::int % 2 = 0`);
}

/** Dies within the transaction after so many. */
function dyingAfter(db: Database, count: number): Database {
  let left = count;
  const transaction: Database["transaction"] = (work) => {
    left -= 1;
    return db.transaction(async (tx) => {
      const done = await work(tx);
      if (left < 0) throw new Error("killed");
      return done;
    });
  };
  return new Proxy(db, {
    get: (target, key) => (key === "transaction" ? transaction : Reflect.get(target, key)),
  });
}
