import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { announcements } from "@/db/schema/announcements";
import { eventAutosaves } from "@/db/schema/event-autosaves";
import { eventContacts } from "@/db/schema/event-hosts";
import { follows } from "@/db/schema/follows";
import { participationAnswers } from "@/db/schema/participations";
import { createAccount, createEvent, createIdentity, createParticipation } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { createHost } from "@/lib/events/hosts/testing/hosting";
import { createQuestion } from "@/lib/participation/questions/testing/asked";
import { writeArchive } from "./write-archive";

type Typed = typeof eventAutosaves.$inferInsert.values;

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));

async function written(db: Database, account: Parameters<typeof writeArchive>[1]) {
  const files = new Map<string, string>();
  const steps: [done: number, total: number][] = [];
  await writeArchive(db, account, {
    add: async (name, content) => {
      const parts: string[] = [];
      for await (const part of content) parts.push(String(part));
      files.set(name, parts.join(""));
    },
    progress: async (...step) => void steps.push(step),
  });
  return { steps, items: (name: string) => JSON.parse(files.get(name)!).orderedItems };
}

/** An account of two identities, with something of each kind; what is not theirs beside it. */
async function settle(db: Database) {
  const account = await createAccount(db);
  const ada = await createIdentity(db, { account, handle: "ada" });
  const climber = await createIdentity(db, { account, handle: "climber" });
  const own = await createEvent(db, {
    ...{ organizerId: ada.id, title: "With contacts", commentsPauseSeconds: 300 },
  });
  const theirs = await createEvent(db, { title: "Names Ada" });
  const draft = await createEvent(db, { title: "Nobody knows", publishedAt: null });
  await db.insert(eventContacts).values([
    { eventId: own.id, actorId: climber.id, createdAt: at(1) },
    { eventId: own.id, actorId: ada.id, createdAt: at(2) },
    { eventId: theirs.id, actorId: ada.id, createdAt: at(3) },
    { eventId: draft.id, actorId: ada.id, createdAt: at(4) },
  ]);
  const form = { editorId: ada.id, baseVersion: 0 };
  await db.insert(eventAutosaves).values([
    { ...form, eventId: randomUUID(), values: { title: "Half a th" } as Typed, savedAt: at(5) },
    { ...form, eventId: own.id, values: { tags: ["a", "b"] }, savedAt: at(6) },
    { ...form, eventId: own.id, editorId: theirs.organizerId, values: { title: "Not hers" }, savedAt: at(7) },
  ]);
  await db
    .insert(follows)
    .values({ followerId: climber.id, followedId: theirs.organizerId, uri: "follow:1" });
  const guests = { adults: 1, children: 2, isHidden: true, message: "With cake" };
  const { id: participationId } = await createParticipation(db, theirs, { actorId: climber.id, ...guests });
  const food = await createQuestion(db, theirs);
  await db.insert(participationAnswers).values({ participationId, questionId: food.id, value: ["Soup"] });
  await createQuestion(db, own, { label: "Size", kind: "choice", choices: ["S", "M"] });
  await createHost(db, theirs, { host: ada });
  return { account, ada, climber, own };
}

describe("writeArchive", () => {
  test("tells whom one can ask, where the identity is named itself, and what was typed and not saved", async ({
    db,
  }) => {
    const { account, ada, climber, own } = await settle(db);
    const { items } = await written(db, account);

    expect(items("ada/outbox.json")).toMatchObject([{ object: { contacts: [climber.uri, ada.uri] } }]);
    expect(items("ada/contact.json")).toMatchObject([{ name: "With contacts" }, { name: "Names Ada" }]);
    expect(items("climber/contact.json")).toMatchObject([{ name: "With contacts" }]);
    expect(items("ada/unsaved.json")).toEqual([
      { updated: at(5).toISOString(), fields: { title: "Half a th" } },
      { object: own.uri, updated: at(6).toISOString(), fields: { tags: ["a", "b"] } },
    ]);
    expect(items("climber/unsaved.json")).toEqual([]);
  });

  test("tells what it wrote as a host, also what is yet to go out", async ({ db }) => {
    const { account, ada, own } = await settle(db);
    const words = { subject: "Bring cups", body: "There are **none**.", statuses: ["approved" as const] };
    const message = { ...words, eventId: own.id, authorId: ada.id, sendAt: at(1) };
    await db.insert(announcements).values([
      { ...message, uri: "urn:1", createdAt: at(1), sentAt: at(2) },
      { ...message, uri: "urn:2", createdAt: at(3) },
    ]);
    const { items } = await written(db, account);
    const note = { name: "Bring cups", source: { content: "There are **none**." }, context: { id: own.uri } };
    expect(items("ada/messages.json")).toMatchObject([
      { id: "urn:1", ...note, published: at(2).toISOString() },
      { id: "urn:2", ...note },
    ]);
    expect(items("climber/messages.json")).toEqual([]);
  });

  test("tells what one said to hosts, and what one asks", async ({ db }) => {
    const { account } = await settle(db);
    const { items } = await written(db, account);

    expect(items("climber/participations.json")).toMatchObject([
      {
        participationMessage: "With cake",
        adults: 1,
        children: 2,
        isHidden: true,
        answers: [{ question: "What do you eat?", answer: ["Soup"] }],
      },
    ]);
    expect(items("ada/outbox.json")).toMatchObject([
      {
        object: {
          questions: [{ label: "Size", kind: "choice", choices: ["S", "M"] }],
          ...{ retentionDays: 30, commentsPauseSeconds: 300 },
        },
      },
    ]);
  });

  test("counts every row that it writes, so that its progress ends at the whole", async ({ db }) => {
    const { account } = await settle(db);
    const { steps } = await written(db, account);
    // An event, three that name them, two forms, and one hosting, follow and participation each.
    expect(steps.map(([done]) => done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(steps.map(([, total]) => total))).toEqual(new Set([9]));
  });
});
