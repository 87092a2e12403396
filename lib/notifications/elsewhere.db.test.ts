import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import {
  createAccount,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
  createRemoteEvent,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { announceApproval } from "./announce-approval";
import { announceCancellation } from "./announce-cancellation";
import { announceJoins } from "./announce-joins";
import { announceRejection } from "./announce-rejection";
import { announceRequest } from "./announce-request";
import { announceUnheard } from "./announce-unheard";
import { announceLapse, announceOffer, announceWaiting, tellPending } from "./announce-waiting";
import { confirmOwnAnswer } from "./confirm-answer";
import { recorded, waitingMails, worker } from "./testing/facts";

async function begin(db: Database, status: Participation["status"], values: Partial<Event> = {}) {
  const grace = await createRemoteActor(db, { handle: "grace", name: "Grace" });
  const event = await createRemoteEvent(db, { organizerId: grace.id, ...values });
  const account = await createAccount(db, { email: "ada@example.org" });
  const ada = await createIdentity(db, { account, name: "Ada" });
  const { id } = await createParticipation(db, event, { actorId: ada.id, status });
  const about = { eventId: event.id, participationId: id };
  return { event, grace, about };
}

test("somebody of another server who asks to come is named to the hosts with their server", async ({
  db,
}) => {
  const account = await createAccount(db, { email: "host@example.org" });
  const host = await createIdentity(db, { account });
  const event = await createEvent(db, { organizerId: host.id, joinMode: "approval" });
  const grace = await createRemoteActor(db, { handle: "grace", name: "Grace" });
  const { id } = await createParticipation(db, event, { actorId: grace.id, message: "I bring a toaster" });
  const fact = { kind: "participation.requested" as const, eventId: event.id, participationId: id };
  await announceRequest(worker(db), recorded(fact));
  await tellPending(worker(db), recorded(fact));
  const [mail, ...others] = await waitingMails(db);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: "host@example.org" });
  expect(mail!.text).toContain("grace@far.example");
  expect(mail!.text).toContain("I bring a toaster");
});

describe("an event of another server", () => {
  test("its yes is a letter with an invitation for the calendar", async ({ db }) => {
    const { about } = await begin(db, "approved");
    const fact = recorded({ kind: "participation.approved", ...about });
    await announceApproval(worker(db), fact);
    await announceJoins(worker(db), fact);
    const mails = await waitingMails(db);
    expect(mails).toMatchObject([{ to: "ada@example.org", calendarMethod: "REQUEST" }]);
    expect(mails[0]!.calendar).toMatch(/ORGANIZER;CN="?Grace"?/);
  });

  test("its no is a letter with the reason", async ({ db }) => {
    const { about } = await begin(db, "rejected");
    await db.update(participations).set({ reason: "Too many" });
    const fact = { ...recorded({ kind: "participation.rejected", ...about }), at: new Date(0) };
    await announceRejection(worker(db), fact);
    expect((await waitingMails(db))[0]!.text).toContain("Too many");
  });

  test("its line is explained by the server that keeps it", async ({ db }) => {
    const { about } = await begin(db, "waitlisted");
    await announceWaiting(worker(db), recorded({ kind: "participation.waitlisted", ...about }));
    expect((await waitingMails(db))[0]!.text).toContain(
      "The server of this event, far.example, decides who is next",
    );
  });

  test("its offers, and that their time was up, are told", async ({ db }) => {
    const { about } = await begin(db, "offered");
    await announceOffer(worker(db), recorded({ kind: "participation.offered", ...about }));
    await db.update(participations).set({ status: "left", offerEndsAt: null });
    await announceLapse(worker(db), recorded({ kind: "participation.offer_lapsed", ...about }, 43));
    expect(await waitingMails(db)).toHaveLength(2);
  });

  test("that it takes no answers is told in so many words, unless they answered otherwise since", async ({
    db,
  }) => {
    const { about } = await begin(db, "left");
    const fact = recorded({ kind: "participation.unheard", ...about });
    await announceUnheard(worker(db), fact);
    await announceUnheard(worker(db), fact);
    const [mail, ...others] = await waitingMails(db);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ subject: "Repair café – nobody there takes answers" });
    expect(mail!.text).toContain("far.example, where this event is announced, takes no answers");

    await db.update(participations).set({ status: "pending" });
    await announceUnheard(worker(db), { ...fact, factId: 43 });
    expect(await waitingMails(db)).toHaveLength(1);
  });

  test("its hosts get no mail from here, and whoever asks is told nothing that they see on the page", async ({
    db,
  }) => {
    const { about } = await begin(db, "pending", { joinMode: "approval" });
    const fact = recorded({ kind: "participation.requested", ...about });
    await announceRequest(worker(db), fact);
    await tellPending(worker(db), fact);
    await db.update(participations).set({ status: "left" });
    await confirmOwnAnswer(worker(db), recorded({ kind: "participation.left", ...about }));
    expect(await waitingMails(db)).toEqual([]);
  });

  test("that it is called off is told to those who were to come", async ({ db }) => {
    const { event, grace } = await begin(db, "approved", { status: "cancelled" });
    const fact = recorded({ kind: "event.cancelled", eventId: event.id, organizerId: grace.id });
    await announceCancellation(worker(db), fact);
    expect(await waitingMails(db)).toMatchObject([{ to: "ada@example.org" }]);
  });
});
