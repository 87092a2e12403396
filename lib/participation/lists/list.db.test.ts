import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { eventQuestions } from "@/db/schema/event-questions";
import { participationAnswers } from "@/db/schema/participations";
import { actingAs, createEvent, createIdentity, createParticipation } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { csvOf } from "./csv";
import { listByName, listParticipants } from "./list";
import { participantTable } from "./table";
import { tallyParticipants } from "./tally";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));

/** Three who are in, one of them by e-mail; three in line; one who asks; one who has not confirmed their address. */
async function settle(db: Database) {
  const event = await createEvent(db, { capacity: 10 });
  const person = async (handle: string, name: string) => (await createIdentity(db, { handle, name })).id;
  const join = (values: Parameters<typeof createParticipation>[2]) => createParticipation(db, event, values);
  const going = { status: "approved" as const };
  await join({ ...going, actorId: await person("zoe", "Zoé Petit"), adults: 2, createdAt: at(1) });
  await join({
    ...going,
    actorId: await person("adam", "Adam"),
    message: "=cmd|'/c calc'!A1",
    createdAt: at(2),
  });
  const mail = await join({
    ...going,
    email: "secret@example.org",
    name: "Émile",
    children: 1,
    createdAt: at(3),
  });
  for (const [index, name] of ["Third", "First", "Second"].entries())
    await join({
      status: "waitlisted",
      waitRank: [30, 10, 20][index],
      actorId: await person(name.toLowerCase(), name),
      createdAt: at(4 + index),
    });
  await join({ actorId: await person("asker", "Asker 100%_sure"), createdAt: at(8), message: "I sing" });
  await join({ email: "nobody@example.org", name: "Nobody yet", status: "unconfirmed" });
  const [question] = await db
    .insert(eventQuestions)
    .values({ eventId: event.id, position: 0, kind: "text", label: "-What do you eat?" })
    .returning();
  await db
    .insert(participationAnswers)
    .values({ participationId: mail.id, questionId: question!.id, value: ["Crème brûlée"] });
  const names = async (status: "approved" | "waitlisted" | "pending", text = "") => {
    const found = await listParticipants(db, { eventId: event.id, status, text, page: 1 });
    return found.map(({ name }) => name);
  };
  return { event, question: question!, names };
}

describe("listParticipants", () => {
  test("lists in the order in which they asked, with whom they bring and what they answered", async ({
    db,
  }) => {
    const { event, question } = await settle(db);
    const asked = { eventId: event.id, status: "approved", text: "", page: 1 } as const;
    expect(await listParticipants(db, asked)).toMatchObject([
      { name: "Zoé Petit", face: { handle: "zoe" }, adults: 2, seats: 3, position: null },
      { name: "Adam", answers: {} },
      { name: "Émile", face: null, children: 1, answers: { [question.id]: ["Crème brûlée"] } },
    ]);
    expect(JSON.stringify(await listParticipants(db, asked))).not.toContain("secret@");
    expect(await listParticipants(db, { ...asked, page: 2 })).toEqual([]);
  });

  test("lists the line in its order, with everybody's turn, also of those who are looked for", async ({
    db,
  }) => {
    const { event, names } = await settle(db);
    expect(await names("waitlisted")).toEqual(["First", "Second", "Third"]);
    const asked = { eventId: event.id, status: "waitlisted", page: 1 } as const;
    const turns = async (text: string) =>
      (await listParticipants(db, { ...asked, text })).map(({ name, position }) => [name, position]);
    expect(await turns("")).toEqual([
      ["First", 1],
      ["Second", 2],
      ["Third", 3],
    ]);
    expect(await turns("thir")).toEqual([["Third", 3]]);
  });

  test("finds names, handles, notes and answers, without case and accents, and signs as they are", async ({
    db,
  }) => {
    const { names } = await settle(db);
    expect(await names("approved", "zoe")).toEqual(["Zoé Petit"]);
    expect(await names("approved", "@ADAM")).toEqual(["Adam"]);
    expect(await names("approved", "creme brulee")).toEqual(["Émile"]);
    expect(await names("approved", "emile")).toEqual(["Émile"]);
    expect(await names("pending", "SING")).toEqual(["Asker 100%_sure"]);
    expect(await names("pending", "0%_s")).toEqual(["Asker 100%_sure"]);
    expect(await names("pending", "0%s")).toEqual([]);
    expect(await names("approved", "secret@example")).toEqual([]);
  });

  test("stands on paper by name", async ({ db }) => {
    const { event } = await settle(db);
    const asked = { eventId: event.id, status: "approved", text: "", page: 1, size: 100 } as const;
    expect((await listByName(db, asked)).map(({ name }) => name)).toEqual(["Adam", "Émile", "Zoé Petit"]);
  });
});

test("tallies people and places, of all and of those who are looked for", async ({ db }) => {
  const { event } = await settle(db);
  expect(await tallyParticipants(db, { eventId: event.id })).toMatchObject({
    approved: { people: 3, seats: 6 },
    waitlisted: { people: 3, seats: 3 },
    pending: { people: 1, seats: 1 },
  });
  expect(await tallyParticipants(db, { eventId: event.id, text: "e" })).toMatchObject({
    approved: { people: 2, seats: 5 },
    pending: { people: 1, seats: 1 },
  });
});

describe("participantTable", () => {
  test("has everybody but those who have not confirmed, a column a question, and no address", async ({
    db,
  }) => {
    const { event } = await settle(db);
    const host = actingAs(db, event.organizerId);
    const asked = { event, tab: null, text: "", locale: "en", zone: "Europe/Paris" } as const;
    let text = "";
    for await (const part of csvOf(await participantTable(host, asked))) text += part;

    const lines = text.slice(1).trimEnd().split("\r\n");
    expect(lines[0]).toBe(
      "Name,Handle,Standing,Adults brought along,Children brought along,Note,Asked on,Decided on,'-What do you eat?",
    );
    expect(lines.slice(1, 4)).toEqual([
      "Zoé Petit,zoe,going,2,0,,2026-11-20 13:01,,",
      "Adam,adam,going,0,0,'=cmd|'/c calc'!A1,2026-11-20 13:02,,",
      "Émile,by e-mail,going,0,1,,2026-11-20 13:03,,Crème brûlée",
    ]);
    expect(lines.slice(4).map((line) => line.split(",")[0])).toEqual([
      "First",
      "Second",
      "Third",
      "Asker 100%_sure",
    ]);
    expect(text).not.toMatch(/example\.org|Nobody yet/);
  });

  test("keeps to what is shown and looked for, in the reader's language", async ({ db }) => {
    const { event } = await settle(db);
    const host = actingAs(db, event.organizerId);
    const list = { event, tab: "line", text: "sec", locale: "fr", zone: "Europe/Paris" } as const;
    const rows: unknown[][] = [];
    for await (const row of (await participantTable(host, list)).rows) rows.push(row);
    const asked = { at: "2026-11-20T13:06" };
    expect(rows).toEqual([["Second", "second", "sur liste d’attente", 0, 0, "", asked, "", ""]]);
  });

  test("is for hosts alone", async ({ db }) => {
    const { event } = await settle(db);
    const stranger = actingAs(db, (await createIdentity(db)).id);
    const asked = { event, tab: null, text: "", locale: "en", zone: "UTC" } as const;
    await expect(participantTable(stranger, asked)).rejects.toMatchObject({ code: "forbidden" });
  });
});
