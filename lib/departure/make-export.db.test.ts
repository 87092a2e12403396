import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq, isNotNull } from "drizzle-orm";
import ICAL from "ical.js";
import { beforeAll, describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { actorFields } from "@/db/schema/actors";
import { dataExports } from "@/db/schema/data-exports";
import { eventPictures, events, eventTags } from "@/db/schema/events";
import { feedTokens } from "@/db/schema/feed-tokens";
import { journal } from "@/db/schema/journal";
import { media } from "@/db/schema/media";
import { notificationSettings } from "@/db/schema/notification-settings";
import { participations } from "@/db/schema/participations";
import { secondFactors } from "@/db/schema/second-factors";
import { createAccount, createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { openSession } from "@/lib/accounts/session";
import { createHost } from "@/lib/events/hosts/testing/hosting";
import { processPicture } from "@/lib/media/process";
import { storePicture } from "@/lib/media/store";
import { drawing } from "@/lib/media/testing/pictures";
import { exportFileName } from "./export-storage";
import { removeExportsOf, sweepExports } from "./exports";
import { makeExport } from "./make-export";
import { requestExport } from "./request-export";
import { ownDataDir } from "./testing/data-dir";
import { openZip } from "./testing/open-zip";

const dataDir = ownDataDir();
const folder = join(dataDir, "exports");
beforeAll(() => mkdirSync(folder));

const system = (db: Database, at = now) => ({ db, actor: { kind: "system" as const }, now: at });
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

/** More than one page of everything, and things that must not be in it. */
async function settle(db: Database) {
  const account = await createAccount(db, { email: "ada@example.org", passwordHash: "HASH-OF-IT" });
  const ctx = { db, actor: { kind: "account" as const, accountId: account.id, role: account.role }, now };
  const sessionId = await openSession(ctx, account.id, "Firefox on a boat");
  await db
    .insert(secondFactors)
    .values({ accountId: account.id, kind: "totp", secret: "SEALED", confirmedAt: now });
  const avatar = await picture(db, "avatar", "");
  const ada = await createIdentity(db, {
    account,
    handle: "ada",
    name: "Ada",
    summary: "I *repair*",
    avatarId: avatar,
  });
  const climber = await createIdentity(db, { account, handle: "climber" });
  await db.insert(actorFields).values([
    { actorId: ada.id, position: 0, name: "Pronouns", value: "she" },
    { actorId: ada.id, position: 1, name: "Site", value: "https://ada.example", verifiedAt: now },
  ]);
  await db.insert(notificationSettings).values({ actorId: ada.id, kind: "update", byMail: false });
  await db.insert(feedTokens).values({ actorId: ada.id, nonce: "NONCE", hash: "FEED-HASH" });
  const many = Array.from({ length: 230 }, (_, index) => event(ada.id, index));
  await db.insert(events).values(many);
  await db.insert(eventTags).values({ eventId: many[3]!.id, tag: "repair", position: 0 });
  const shown = await picture(db, "picture", "A bicycle, upside down");
  await db.update(events).set({ pictureId: shown }).where(eq(events.id, many[3]!.id));
  const inText = await picture(db, "picture", "A wheel");
  await db.insert(eventPictures).values({ eventId: many[3]!.id, mediaId: inText });
  await createEvent(db, {
    organizerId: ada.id,
    publishedAt: null,
    title: "A draft",
    startsAt: null,
    endsAt: null,
  });
  const stranger = await createIdentity(db, { handle: "stranger", name: "Somebody else" });
  const theirs = await createEvent(db, { organizerId: stranger.id, title: "Their event" });
  await createParticipation(db, theirs, { actorId: ada.id, status: "approved", message: "I bring tea" });
  await createParticipation(db, theirs, { actorId: climber.id, status: "left" });
  await createHost(db, await createEvent(db, { title: "Announced together" }), { host: climber });
  const own = await createEvent(db, { organizerId: climber.id, title: "Climbing" });
  await createParticipation(db, own, { actorId: stranger.id, message: "MESSAGE-OF-A-STRANGER" });
  return { account, ctx, ada, climber, sessionId };
}

function event(organizerId: string, index: number): typeof events.$inferInsert & { id: string } {
  const startsAt = new Date(now.getTime() + index * 3_600_000);
  const slug = `event${index}`;
  return {
    id: randomUUID(),
    slug,
    uri: `http://localhost:3000/events/${slug}`,
    organizerId,
    title: `Event ${index}`,
    startsAt,
    zone: "Europe/Paris",
    // Some were announced at the same moment.
    publishedAt: new Date(now.getTime() - Math.floor(index / 3) * 60_000),
  };
}

async function picture(db: Database, kind: "avatar" | "picture", alt: string): Promise<string> {
  const file = await drawing(300, 300).png().toBuffer();
  const { id } = await storePicture(system(db), { file, kind, alt, field: kind });
  await processPicture(system(db), id);
  return id;
}

async function exported(db: Database, ctx: Parameters<typeof requestExport>[0]) {
  const { id } = await requestExport(ctx);
  await makeExport(system(db), id);
  const files = await openZip(join(folder, exportFileName(id)));
  const json = (path: string) => JSON.parse(String(files.get(path)));
  return { id, files, json };
}

describe("makeExport", () => {
  test("holds every event, participation and field of the account, in files that others read", async ({
    db,
  }) => {
    const { account, ctx, ada, climber } = await settle(db);
    const { files, json } = await exported(db, ctx);

    const published = await db
      .select({ uri: events.uri })
      .from(events)
      .where(and(eq(events.organizerId, ada.id), isNotNull(events.publishedAt)));
    const outbox = json("ada/outbox.json");
    const told = outbox.orderedItems.map((item: { object: { id: string } }) => item.object.id);
    expect(new Set(told)).toEqual(new Set(published.map(({ uri }) => uri)));
    expect([told.length, outbox.totalItems]).toEqual([230, 230]);
    const times = outbox.orderedItems.map((item: { published: string }) => item.published);
    expect(times).toEqual([...times].sort().reverse());
    expect(json("ada/drafts.json").orderedItems).toMatchObject([{ type: "Event", name: "A draft" }]);

    for (const [handle, actorId] of [
      ["ada", ada.id],
      ["climber", climber.id],
    ] as const) {
      const rows = await db.select().from(participations).where(eq(participations.actorId, actorId));
      const joins = json(`${handle}/participations.json`).orderedItems;
      expect(joins).toMatchObject(rows.map(({ uri, status }) => ({ type: "Join", id: uri, status })));
    }
    expect(json("ada/participations.json").orderedItems).toMatchObject([
      { object: { name: "Their event" }, participationMessage: "I bring tea", published: expect.any(String) },
    ]);
    expect(json("ada/hosting.json").orderedItems).toEqual([]);
    expect(json("climber/hosting.json").orderedItems).toMatchObject([
      { type: "Invite", target: climber.uri, object: { name: "Announced together" }, status: "accepted" },
    ]);
    expect(String(files.get("climber/calendar.ics"))).toContain("SUMMARY:Announced together");
    expect(json("ada/actor.json")).toMatchObject({
      type: "Person",
      preferredUsername: "ada",
      source: { content: "I *repair*" },
      attachment: [
        { type: "PropertyValue", name: "Pronouns", value: "she" },
        { type: "PropertyValue", name: "Site", value: "https://ada.example", verified: now.toISOString() },
      ],
    });
    expect(json("account.json")).toMatchObject({
      email: account.email,
      hasPassword: true,
      sessions: [{ device: "Firefox on a boat" }],
      identities: expect.arrayContaining([
        { handle: "ada", mails: { update: false } },
        { handle: "climber", mails: {} },
      ]),
    });
    expect([files.has("README.txt"), files.has("LISEZ-MOI.txt")]).toEqual([true, true]);
  });

  test("puts what it organises and goes to into a calendar, and its pictures beside", async ({ db }) => {
    const { ctx, ada } = await settle(db);
    const { files, json } = await exported(db, ctx);

    const calendar = new ICAL.Component(ICAL.parse(String(files.get("ada/calendar.ics"))));
    const titles = calendar
      .getAllSubcomponents("vevent")
      .map((component) => new ICAL.Event(component).summary);
    expect(titles).toHaveLength(231);
    expect(titles).toContain("Their event");
    const shown = json("ada/outbox.json").orderedItems.find(
      (item: { object: { name: string } }) => item.object.name === "Event 3",
    ).object;
    expect(shown).toMatchObject({
      tag: [{ type: "Hashtag", name: "#repair" }],
      attachment: [
        { type: "Image", name: "A bicycle, upside down" },
        { type: "Image", name: "A wheel" },
      ],
    });
    const paths = [json("ada/actor.json"), ...shown.attachment].map((each) => each.icon?.url ?? each.url);
    for (const path of paths) expect(files.get(`ada/${path}`)?.subarray(0, 4).toString()).toBe("RIFF");
    const rows = await db.select().from(media);
    expect([...files.keys()].filter((path) => path.includes("/media/"))).toHaveLength(rows.length);
    expect(json("ada/actor.json").id).toBe(ada.uri);
  });

  test("holds nothing secret and nothing of others", async ({ db }) => {
    const { ctx, sessionId } = await settle(db);
    const { files } = await exported(db, ctx);

    const all = [...files].map(([path, content]) => path + content.toString("latin1")).join("\n");
    const secrets = ["HASH-OF-IT", "SEALED", "NONCE", "FEED-HASH", sessionId];
    const others = ["MESSAGE-OF-A-STRANGER", "Somebody else"];
    const [accountId] = [ctx.actor.accountId];
    for (const text of [...secrets, others[0]!, accountId]) expect(all).not.toContain(text);
    // An organiser's name stands in the calendar of whoever goes there, as on the event's page.
    expect(all.split(others[1]!)).toHaveLength(2);
  });

  test("says that it is ready, once, and is readable for the server alone", async ({ db }) => {
    const { ctx } = await settle(db);
    const { id } = await exported(db, ctx);
    await makeExport(system(db), id);

    const [row] = await db.select().from(dataExports);
    const path = join(folder, row!.fileName);
    expect(row).toMatchObject({
      status: "ready",
      progress: 100,
      size: statSync(path).size,
      expiresAt: hours(48),
    });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const facts = await db.select().from(journal).where(eq(journal.kind, "export.ready"));
    expect(facts.map(({ payload }) => payload)).toEqual([{ accountId: ctx.actor.accountId, exportId: id }]);
  });

  test("starts anew when it was killed, over what it had begun", async ({ db }) => {
    const { ctx } = await settle(db);
    const { id } = await requestExport(ctx);
    await db.update(dataExports).set({ status: "running", progress: 40 });
    const name = exportFileName(id);
    writeFileSync(join(folder, `${name}.partial`), "x".repeat(10_000_000));

    await makeExport(system(db), id);

    expect(readdirSync(folder).filter((file) => file.startsWith(name))).toEqual([name]);
    expect((await openZip(join(folder, name))).has("account.json")).toBe(true);
  });

  test("leaves no file for an account that went meanwhile", async ({ db }) => {
    const { account, ctx } = await settle(db);
    const { id } = await requestExport(ctx);
    const going = vanishing(db, () => db.delete(accounts).where(eq(accounts.id, account.id)));
    await makeExport({ ...system(db), db: going }, id);
    expect(readdirSync(folder).filter((file) => file.startsWith(exportFileName(id)))).toEqual([]);
  });
});

describe("copies", () => {
  test("are thrown away after two days, file and row, and so is what nobody knows of", async ({ db }) => {
    const { ctx } = await settle(db);
    const { id } = await exported(db, ctx);
    const stray = exportFileName(randomUUID());
    writeFileSync(join(folder, `${stray}.partial`), "half");

    await sweepExports({ db, now: hours(47) });
    expect(readdirSync(folder).filter((file) => file.startsWith(stray))).toEqual([]);
    expect(readFileSync(join(folder, exportFileName(id))).length).toBeGreaterThan(0);
    await sweepExports({ db, now: hours(49) });
    expect(readdirSync(folder).filter((file) => file.startsWith(exportFileName(id)))).toEqual([]);
    expect(await db.select().from(dataExports)).toEqual([]);
  });

  test("that never end are given up", async ({ db }) => {
    const { ctx } = await settle(db);
    await requestExport(ctx);
    await sweepExports({ db, now: hours(25) });
    expect(await db.select().from(dataExports)).toMatchObject([{ status: "failed" }]);
  });

  test("go with their account", async ({ db }) => {
    const { account, ctx } = await settle(db);
    const { id } = await exported(db, ctx);
    await removeExportsOf(system(db), account.id);
    expect(readdirSync(folder).filter((file) => file.startsWith(exportFileName(id)))).toEqual([]);
  });
});

/** A database in which something happens just before the last transaction. */
function vanishing(db: Database, happen: () => Promise<unknown>): Database {
  return Object.create(db, {
    transaction: { value: (work: never) => happen().then(() => db.transaction(work)) },
  });
}
