import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventHosts } from "@/db/schema/event-hosts";
import { events } from "@/db/schema/events";
import { notificationSettings } from "@/db/schema/notification-settings";
import {
  actingAs,
  createAccount,
  createEvent,
  createIdentity,
  createParticipation,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { declineHosting } from "@/lib/events/hosts/answer";
import { handOver } from "@/lib/events/hosts/hand-over";
import { removeHost } from "@/lib/events/hosts/remove";
import { createHost, createInvited } from "@/lib/events/hosts/testing/hosting";
import {
  inviteToHost,
  tellHandedOver,
  tellHostAccepted,
  tellHostDeclined,
  tellHostRemoved,
} from "./announce-hosting";
import { announceRequest } from "./announce-request";
import { recorded, waitingMails, worker } from "./testing/facts";

async function settle(db: Database) {
  const ada = await createIdentity(db, {
    handle: "ada",
    account: await createAccount(db, { email: "ada@example.org" }),
  });
  const event = await createEvent(db, { organizerId: ada.id });
  const account = await createAccount(db, { email: "grace@example.org" });
  const grace = await createIdentity(db, { handle: "grace", name: "Grace Hopper", account });
  await createIdentity(db, { handle: "night", account });
  return { event, grace, ada, about: { eventId: event.id, actorId: grace.id } };
}

describe("inviteToHost", () => {
  test("asks the identity that was asked, once, and names no other", async ({ db }) => {
    const { event, grace, about } = await settle(db);
    await createInvited(db, event, { host: grace });
    const fact = recorded({ kind: "event.host_invited", ...about });
    await inviteToHost(worker(db), fact);
    await inviteToHost(worker(db), fact);

    const [mail, ...others] = await waitingMails(db);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: "grace@example.org", subject: "Repair café – will you host it too?" });
    expect(mail?.text).toContain("Grace Hopper (@grace)");
    expect(mail?.text).toContain(`/events/${event.slug}/hosts`);
    expect(`${mail?.text}${mail?.html}`).not.toContain("@night");
  });

  test("is silent once it was answered, taken back, not wanted, or the event is gone", async ({ db }) => {
    const { event, grace, about } = await settle(db);
    const fact = recorded({ kind: "event.host_invited", ...about });
    await inviteToHost(worker(db), fact);
    await createInvited(db, event, { host: grace });
    await db.insert(notificationSettings).values({ actorId: grace.id, kind: "hosting", byMail: false });
    await inviteToHost(worker(db), fact);
    await db.delete(notificationSettings);
    await declineHosting(actingAs(db, grace.id), event.id);
    await inviteToHost(worker(db), fact);
    await db.delete(events);
    await inviteToHost(worker(db), fact);
    expect(await waitingMails(db)).toEqual([]);
  });

  test("speaks of a draft without a time too, and of an inviter who is gone", async ({ db }) => {
    const { event, grace, ada, about } = await settle(db);
    await createInvited(db, event, { host: grace });
    await db.update(events).set({ publishedAt: null, startsAt: null, endsAt: null, title: "" });
    await db.update(eventHosts).set({ invitedById: null });
    await inviteToHost(worker(db), recorded({ kind: "event.host_invited", ...about }));
    const [mail] = await waitingMails(db);
    expect(mail?.subject).toBe("Untitled draft – will you host it too?");
    expect(mail?.text).not.toContain(ada.handle);
  });
});

describe("answers to an invitation", () => {
  test("are told to the organiser; whoever declines is named by the handle alone", async ({ db }) => {
    const { event, grace, about } = await settle(db);
    await createHost(db, event, { host: grace });
    await tellHostAccepted(worker(db), recorded({ kind: "event.host_accepted", ...about }, 1));
    await tellHostDeclined(worker(db), recorded({ kind: "event.host_declined", ...about }, 2));
    await db.update(eventHosts).set({ status: "declined" });
    await tellHostAccepted(worker(db), recorded({ kind: "event.host_accepted", ...about }, 3));
    await tellHostDeclined(worker(db), recorded({ kind: "event.host_declined", ...about }, 4));

    const [accepted, declined, ...others] = await waitingMails(db);
    expect(others).toEqual([]);
    expect(accepted).toMatchObject({
      to: "ada@example.org",
      subject: "Repair café – Grace Hopper hosts it with you",
    });
    expect(declined).toMatchObject({
      to: "ada@example.org",
      subject: "Repair café – @grace does not host it",
    });
    expect(declined?.text).not.toContain("Grace Hopper");
  });
});

describe("what happens to hosts", () => {
  test("a new organiser is told, unless it went on; one who deleted the identity is not named", async ({
    db,
  }) => {
    const { event, grace, ada, about } = await settle(db);
    await createHost(db, event, { host: grace });
    const fact = (factId: number) =>
      recorded(
        { kind: "event.handed_over", eventId: event.id, organizerId: grace.id, formerId: ada.id },
        factId,
      );
    await tellHandedOver(worker(db), fact(1));
    await handOver(actingAs(db, ada.id), about);
    await tellHandedOver(worker(db), fact(2));
    await db.update(actors).set({ deletedAt: new Date() }).where(eq(actors.id, ada.id));
    await tellHandedOver(worker(db), fact(3));

    const texts = (await waitingMails(db)).map(({ to, text }) => [to, text.includes("ada handed it over")]);
    expect(texts).toEqual([
      ["grace@example.org", true],
      ["grace@example.org", false],
    ]);
  });

  test("who was removed is told; an invitation taken back is not worth a mail", async ({ db }) => {
    const { event, grace, ada, about } = await settle(db);
    await createHost(db, event, { host: grace });
    const removed = (hasHosted: boolean, factId: number) =>
      recorded({ kind: "event.host_removed", ...about, hasHosted }, factId);
    await tellHostRemoved(worker(db), removed(true, 1));
    await removeHost(actingAs(db, ada.id), about);
    await tellHostRemoved(worker(db), removed(false, 2));
    await tellHostRemoved(worker(db), removed(true, 3));
    expect((await waitingMails(db)).map(({ subject }) => subject)).toEqual([
      "Repair café – you no longer host it",
    ]);
  });
});

test("requests reach all who host, each under the own name", async ({ db }) => {
  const { event, grace } = await settle(db);
  await createHost(db, event, { host: grace });
  const { id: participationId } = await createParticipation(db, event);
  const fact = recorded({ kind: "participation.requested", eventId: event.id, participationId });
  await announceRequest(worker(db), fact);
  await announceRequest(worker(db), fact);
  const mails = await waitingMails(db);
  expect(mails.map(({ to }) => to).sort()).toEqual(["ada@example.org", "grace@example.org"]);
  expect(mails.find(({ to }) => to === "grace@example.org")?.text).toContain("(@grace)");
});
