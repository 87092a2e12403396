import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventQuestions } from "@/db/schema/event-questions";
import { journal } from "@/db/schema/journal";
import { participationAnswers, participations } from "@/db/schema/participations";
import { actingAs, createAccount, createEvent, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { setRegistration } from "@/lib/instance/registration";
import { type Registration, registerByMail } from "./register";

const email = "grace@example.org";
const later = new Date(now.getTime() + 3_600_000);

function typed(event: { id: string }, values: Partial<Registration> = {}): Registration {
  return {
    eventId: event.id,
    email,
    name: "Grace",
    answer: "going",
    locale: "fr",
    zone: "Europe/Paris",
    ...values,
  };
}

describe("registerByMail", () => {
  test("waits for the mailed link, and holds no place", async ({ db }) => {
    const event = await createEvent(db, { guestsAllowed: 3, capacity: 5 });
    await registerByMail(visitor(db), typed(event, { message: "I am vegan", adults: 1, isHidden: true }));
    const [row] = await rows(db, event);
    expect(row).toMatchObject({
      actorId: null,
      email,
      name: "Grace",
      locale: "fr",
      zone: "Europe/Paris",
      status: "unconfirmed",
      statusBefore: "approved",
      message: "I am vegan",
      seats: 2,
      isHidden: true,
    });
    expect(await facts(db)).toEqual([["participation.registered", null, row!.id]]);
  });

  test("replaces the words until then, and mails again", async ({ db }) => {
    const event = await createEvent(db);
    await registerByMail(visitor(db), typed(event));
    const answer = typed(event, { name: "", answer: "maybe", zone: "nonsense", locale: "en" });
    await registerByMail({ ...visitor(db), now: later }, answer);
    const found = await rows(db, event);
    expect(found).toMatchObject([{ name: "", statusBefore: "maybe", zone: event.zone, createdAt: later }]);
    expect(await facts(db)).toHaveLength(2);
  });

  test.for(["approved", "pending", "waitlisted", "offered", "maybe", "declined", "rejected"] as const)(
    "changes nothing for an address that is known already: %s",
    async (status, { db }) => {
      const event = await createEvent(db);
      const known = await createParticipation(db, event, {
        email,
        status,
        waitRank: status === "waitlisted" ? 1 : null,
        offerEndsAt: status === "offered" ? later : null,
      });
      await registerByMail(visitor(db), typed(event, { message: "Not me" }));
      expect(await rows(db, event)).toEqual([known]);
      expect(await facts(db)).toEqual([["participation.registered", null, known.id]]);
    },
  );

  test("lets somebody who left begin anew", async ({ db }) => {
    const event = await createEvent(db);
    await createParticipation(db, event, { email, status: "left" });
    await registerByMail(visitor(db), typed(event));
    expect(await rows(db, event)).toMatchObject([{ status: "unconfirmed", statusBefore: "approved" }]);
  });

  test("keeps the answers of newcomers, and of nobody else", async ({ db }) => {
    const event = await createEvent(db);
    const [question] = await db
      .insert(eventQuestions)
      .values({ eventId: event.id, position: 0, kind: "text", label: "Allergies?", isRequired: true })
      .returning();
    const known = "linus@example.org";
    await createParticipation(db, event, { email: known, status: "approved" });
    const answers = { [question!.id]: ["Nuts"] };
    await registerByMail(visitor(db), typed(event, { answers }));
    await registerByMail(visitor(db), typed(event, { email: known, answers }));
    expect(await db.select({ value: participationAnswers.value }).from(participationAnswers)).toEqual([
      { value: ["Nuts"] },
    ]);
    const silent = registerByMail(visitor(db), typed(event, { answers: {} }));
    await expect(silent).rejects.toMatchObject({ code: "invalid" });
  });

  test("writes down nothing of whoever is signed in, and asks no account", async ({ db }) => {
    const account = await createAccount(db, { email });
    const event = await createEvent(db);
    const signedIn = actingAs(db, event.organizerId);
    await registerByMail({ ...signedIn, actor: { ...visitor(db).actor } }, typed(event));
    await registerByMail(signedIn, typed(event, { email: "other@example.org" }));
    expect((await facts(db)).map(([, actor]) => actor)).toEqual([null, null]);
    expect(await rows(db, event)).toHaveLength(2);
    expect(account.email).toBe(email);
  });

  test("refuses at once where nobody can come", async ({ db }) => {
    const full = await createEvent(db, { capacity: 1, waitlist: "closed" });
    await createParticipation(db, full, { status: "approved" });
    await expectRefused(db, full, "event_full");
    await expectRefused(db, await createEvent(db, { status: "cancelled" }), "event_cancelled");
    const over = await createEvent(db, { startsAt: new Date(0), endsAt: new Date(1) });
    await expectRefused(db, over, "event_over");
    await expectRefused(db, await createEvent(db, { publishedAt: null }), "event_not_found");
  });

  test("is closed where hosts or administrators want no mails, and elsewhere", async ({ db }) => {
    await expectRefused(db, await createEvent(db, { isOpenToMail: false }), "not_open_without_account");
    await expectRefused(db, await createEvent(db, { joinMode: "none" }), "not_open_without_account");
    const remote = await createEvent(db);
    await db.update(actors).set({ domain: "other.example" }).where(eq(actors.id, remote.organizerId));
    await expectRefused(db, remote, "not_open_without_account");
    const event = await createEvent(db);
    await administer(db, { emailDeny: ["example.org"] });
    await expectRefused(db, event, "check_fields");
    await administer(db, { mailParticipation: false });
    await expectRefused(db, event, "not_open_without_account");
  });
});

function visitor(db: Database) {
  return { db, actor: { kind: "anonymous" as const }, now };
}

async function expectRefused(db: Database, event: { id: string }, reason: string) {
  await expect(registerByMail(visitor(db), typed(event))).rejects.toMatchObject({ reason });
}

function rows(db: Database, event: { id: string }) {
  return db.select().from(participations).where(eq(participations.eventId, event.id));
}

async function facts(db: Database) {
  const found = await db.select().from(journal).where(eq(journal.kind, "participation.registered"));
  return found.map(({ kind, actorId, payload }) => [
    kind,
    actorId,
    (payload as { participationId: string }).participationId,
  ]);
}

async function administer(db: Database, values: Partial<Parameters<typeof setRegistration>[1]>) {
  const { id: accountId } = await createAccount(db, { role: "administrator" });
  const defaults = {
    registration: "open" as const,
    emailAllow: [],
    emailDeny: [],
    maxIdentities: 5,
  };
  const boss = { db, now, actor: { kind: "account" as const, accountId, role: "administrator" as const } };
  await setRegistration(boss, { ...defaults, mailParticipation: true, reportsByMail: false, ...values });
}
