import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { calendarCopies } from "@/db/schema/calendar-copies";
import { type Event, events } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { createAccount, createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { FactKind, FactOf, Recorded } from "@/lib/journal/facts";
import { announceApproval } from "./announce-approval";
import { announceReconsidered } from "./announce-reconsidered";
import { announceRejection } from "./announce-rejection";
import { announceLapse, announceOffer, announceWaiting, tellPending } from "./announce-waiting";
import { askToConfirmAnswer, confirmOwnAnswer } from "./confirm-answer";
import { recorded, waitingMails, worker } from "./testing/facts";

const PAGE = /http:\/\/localhost:3000\/answers\/[\w-]+/;

async function byMail(db: Database, values: Partial<Participation> = {}, event: Partial<Event> = {}) {
  const organizer = await createIdentity(db, { name: "Ada Marchand", handle: "ada" });
  const happening = await createEvent(db, { organizerId: organizer.id, ...event });
  const participation = await createParticipation(db, happening, {
    ...{ email: "zoe@example.org", name: "Zoë", locale: "fr", zone: "Europe/Paris" },
    ...values,
  });
  return sceneOf(db, happening, participation);
}

async function identity(db: Database, values: Partial<Participation> = {}, event: Partial<Event> = {}) {
  const account = await createAccount(db, { email: "private@example.org" });
  const grace = await createIdentity(db, { name: "Grace Hopper", handle: "grace", account });
  const happening = await createEvent(db, event);
  const participation = await createParticipation(db, happening, { actorId: grace.id, ...values });
  return sceneOf(db, happening, participation);
}

/** Facts that say whose participation it is and nothing else. */
type Plain = Exclude<
  Extract<FactKind, `participation.${string}`>,
  "participation.changed" | "participation.reconsidered"
>;

function sceneOf(db: Database, event: Event, participation: Participation) {
  const ids = { eventId: event.id, participationId: participation.id };
  return {
    event,
    participation,
    fact: <K extends Plain>(kind: K) => recorded({ kind, ...ids }) as Recorded<FactOf<K>>,
    stand: (status: Participation["status"], values: Partial<Participation> = {}) =>
      db
        .update(participations)
        .set({ status, waitRank: null, offerEndsAt: null, ...values })
        .where(eq(participations.id, participation.id)),
  };
}

function later(db: Database, ms: number) {
  return { ...worker(db), now: new Date(now.getTime() + ms) };
}

async function subjects(db: Database) {
  return (await waitingMails(db)).map(({ subject, calendarMethod }) => [subject, calendarMethod]);
}

describe("somebody without an account", () => {
  test("is asked whether the answer is theirs: by no name, with no other link, once", async ({ db }) => {
    const { fact } = await byMail(db, {
      status: "unconfirmed",
      statusBefore: "maybe",
      name: "Buy at evil.example",
    });
    await askToConfirmAnswer(worker(db), fact("participation.registered"));
    await askToConfirmAnswer(worker(db), fact("participation.registered"));
    const [mail, ...others] = await waitingMails(db);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: "zoe@example.org",
      locale: "fr",
      subject: "Repair café – confirmez votre réponse",
    });
    expect(mail!.text).toMatch(/http:\/\/localhost:3000\/answers\/confirm\/[\w-]+/);
    expect(mail!.text.match(/\/answers\//g)).toHaveLength(1);
    expect(mail!.text + mail!.html).not.toContain("evil.example");
    expect(mail!.unsubscribePage).toBeUndefined();
    expect(mail!.calendar).toBeUndefined();
  });

  test("is given the link to their page again who had answered before", async ({ db }) => {
    const { fact } = await byMail(db, { status: "approved" });
    await askToConfirmAnswer(worker(db), fact("participation.registered"));
    const [mail] = await waitingMails(db);
    expect(mail!.subject).toBe("Repair café – vous avez déjà répondu");
    expect(mail!.text).toMatch(PAGE);
    expect(mail!.text).not.toContain("/confirm/");
  });

  test("is told that they are in, with their page, their calendar, and no word of the address", async ({
    db,
  }) => {
    const { fact } = await byMail(db, { status: "approved" });
    await announceApproval(worker(db), fact("participation.approved"));
    const [mail] = await waitingMails(db);
    expect(mail!.text).toContain("Bonjour Zoë,");
    expect(mail!.text).toMatch(PAGE);
    expect(mail!.unsubscribePage).toMatch(PAGE);
    expect(mail!.unsubscribe).toBeUndefined();
    expect(mail!.text + mail!.html).not.toContain("zoe@");
    const calendar = mail!.calendar!.replaceAll("\r\n ", "");
    expect(calendar).toContain(`PARTSTAT=ACCEPTED;RSVP=FALSE;CN="Zoë":mailto:zoe@example.org`);
    expect(calendar).toContain(`ORGANIZER;CN="Ada Marchand":mailto:carillon@localhost`);
  });

  test("is greeted by nothing where they gave no name", async ({ db }) => {
    const { fact } = await byMail(db, { status: "approved", name: "" });
    await announceApproval(worker(db), fact("participation.approved"));
    expect((await waitingMails(db))[0]!.text).not.toContain("Bonjour");
  });

  test("gets the link whatever they answered; identities see that on the event's page", async ({ db }) => {
    const zoe = await byMail(db, { status: "pending" });
    await tellPending(worker(db), zoe.fact("participation.requested"));
    await zoe.stand("maybe");
    await confirmOwnAnswer(worker(db), zoe.fact("participation.undecided"));
    const grace = await identity(db, { status: "pending" });
    await tellPending(worker(db), grace.fact("participation.requested"));
    await grace.stand("declined");
    await confirmOwnAnswer(worker(db), grace.fact("participation.declined"));
    expect(await subjects(db)).toEqual([
      ["Repair café – votre demande est arrivée", undefined],
      ["Repair café – c’est noté, vous viendrez peut-être", "REQUEST"],
    ]);
  });

  test("hears nothing once their data are forgotten", async ({ db }) => {
    const { fact, stand } = await byMail(db);
    await stand("approved", { email: null, name: "", forgottenAt: now });
    await announceApproval(worker(db), fact("participation.approved"));
    expect(await waitingMails(db)).toEqual([]);
  });
});

describe("the waiting list", () => {
  test("is told to who is on it, without a promise; then that a place is theirs", async ({ db }) => {
    const { fact, stand } = await identity(
      db,
      { status: "waitlisted", waitRank: 7 },
      { waitlist: "automatic" },
    );
    await announceWaiting(worker(db), fact("participation.waitlisted"));
    await announceWaiting(worker(db), fact("participation.waitlisted"));
    await stand("approved");
    await announceApproval(worker(db), { ...fact("participation.approved"), wasWaiting: true });
    expect(await subjects(db)).toEqual([
      ["Repair café – you are on the waiting list", undefined],
      ["Repair café – a place became free, you are in", "REQUEST"],
    ]);
    expect((await waitingMails(db))[0]!.text).not.toMatch(/\b7\b/);
  });

  test("offers a place until a time on the reader's clock, and hides the address until it is taken", async ({
    db,
  }) => {
    const offerEndsAt = new Date("2026-11-24T18:00:00Z");
    const { fact } = await byMail(
      db,
      { status: "offered", offerEndsAt, locale: "en", zone: "America/New_York" },
      { isAddressHidden: true, placeName: "Ada's kitchen", placeAddress: "12 rue des Tanneurs" },
    );
    await announceOffer(worker(db), fact("participation.offered"));
    const [mail] = await waitingMails(db);
    expect(mail!.text).toContain("until Tuesday 24 November 2026, 13:00 (New York time)");
    expect(mail!.calendar!.replaceAll("\r\n ", "")).toContain("PARTSTAT=NEEDS-ACTION");
    expect(mail!.text + mail!.html + mail!.calendar).not.toMatch(/kitchen|Tanneurs/);
  });

  test("says nothing of an offer that is over, and takes it out of the calendar when it lapsed", async ({
    db,
  }) => {
    const offerEndsAt = new Date(now.getTime() + 1000);
    const { fact, stand } = await identity(db, { status: "offered", offerEndsAt });
    await announceOffer(later(db, 1000), fact("participation.offered"));
    expect(await waitingMails(db)).toEqual([]);
    await announceOffer(worker(db), fact("participation.offered"));
    await stand("left");
    await announceLapse(worker(db), fact("participation.offer_lapsed"));
    expect(await subjects(db)).toEqual([
      ["Repair café – a place is free for you", "REQUEST"],
      ["Repair café – the place went to somebody else", "CANCEL"],
    ]);
  });

  test("is silent once it is their turn, or the event is called off", async ({ db }) => {
    const { fact, event, stand } = await identity(db, { status: "offered", offerEndsAt: now });
    await announceWaiting(worker(db), fact("participation.waitlisted"));
    await stand("waitlisted", { waitRank: 1 });
    await db.update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
    await announceWaiting(worker(db), fact("participation.waitlisted"));
    expect(await waitingMails(db)).toEqual([]);
  });
});

describe("a refusal", () => {
  test("waits a minute and says why", async ({ db }) => {
    const { fact } = await byMail(db, { status: "rejected", reason: "We are <too> many.", decidedAt: now });
    await announceRejection(later(db, 59_999), fact("participation.rejected"));
    expect(await waitingMails(db)).toEqual([]);
    await announceRejection(later(db, 60_000), fact("participation.rejected"));
    await announceRejection(later(db, 60_001), fact("participation.rejected"));
    const [mail, ...others] = await waitingMails(db);
    expect(others).toEqual([]);
    expect(mail!.text).toContain("> We are <too> many.");
    expect(mail!.html).toContain("We are &lt;too&gt; many.");
  });

  test("is dropped when it was taken back, or decided anew, within the minute", async ({ db }) => {
    const { fact, stand } = await identity(db, { status: "pending" });
    await announceRejection(later(db, 60_000), fact("participation.rejected"));
    await stand("rejected", { decidedAt: new Date(now.getTime() + 30_000) });
    await announceRejection(later(db, 60_000), fact("participation.rejected"));
    expect(await waitingMails(db)).toEqual([]);
  });
});

describe("a decision that was taken back", () => {
  type Taken = Recorded<FactOf<"participation.reconsidered">>;
  const takenBack = ({ event, participation }: { event: Event; participation: Participation }): Taken => {
    const ids = { eventId: event.id, participationId: participation.id };
    return recorded({
      kind: "participation.reconsidered",
      ...ids,
      was: "approved",
      decidedAt: now.toISOString(),
    });
  };

  test("is told to those alone who had heard of it", async ({ db }) => {
    const scene = await identity(db, { status: "approved", decidedAt: now });
    const { fact, stand } = scene;
    const taken = takenBack(scene);
    await stand("pending");
    await announceReconsidered(worker(db), taken);
    expect(await waitingMails(db)).toEqual([]);

    await stand("approved");
    await announceApproval(worker(db), fact("participation.approved"));
    await stand("pending");
    await announceReconsidered(worker(db), taken);
    await announceReconsidered(worker(db), taken);
    expect((await subjects(db)).slice(1)).toEqual([["Repair café – your request is open again", "CANCEL"]]);
  });

  test("is not told once they left, or were let in by another decision", async ({ db }) => {
    const scene = await identity(db, { status: "approved", decidedAt: now });
    await announceApproval(worker(db), scene.fact("participation.approved"));
    await announceReconsidered(worker(db), takenBack(scene));
    await scene.stand("left");
    await announceReconsidered(worker(db), takenBack(scene));
    expect(await waitingMails(db)).toHaveLength(1);
  });
});

describe("calendars", () => {
  test("hear of each turn under a higher number, and nothing that they do not have", async ({ db }) => {
    const { fact, stand, participation, event } = await identity(db, { status: "approved" });
    const told = async () => {
      const mail = (await waitingMails(db)).at(-1)!;
      return [mail.calendarMethod, Number(/SEQUENCE:(\d+)/.exec(mail.calendar!)![1])];
    };
    await stand("left");
    await confirmOwnAnswer(worker(db), fact("participation.left"));
    expect(await waitingMails(db)).toEqual([]);

    await stand("approved");
    await announceApproval(worker(db), fact("participation.approved"));
    expect(await told()).toEqual(["REQUEST", event.sequence]);
    await stand("left");
    await confirmOwnAnswer(worker(db), fact("participation.left"));
    expect(await told()).toEqual(["CANCEL", event.sequence + 1]);
    expect(await db.select().from(calendarCopies)).toEqual([
      { participationId: participation.id, sequence: event.sequence + 1, isLive: false },
    ]);

    await stand("maybe");
    await confirmOwnAnswer(worker(db), fact("participation.undecided"));
    expect(await told()).toEqual(["REQUEST", event.sequence + 2]);
    expect(await waitingMails(db)).toHaveLength(3);
  });
});
