import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import {
  actingAs,
  createAccount,
  createEvent,
  createIdentity,
  createParticipation,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "../testing/facts";
import { declineHosting } from "./answer";
import { inviteHost } from "./invite";
import { createHost, createInvited, hostsOf } from "./testing/hosting";

const unknown = { code: "invalid", fieldErrors: { handle: ["host_unknown"] } };

describe("inviteHost", () => {
  test("asks once, and gives nothing away until it is accepted", async ({ db }) => {
    const event = await createEvent(db);
    const grace = await createIdentity(db, { handle: "grace" });
    const ada = actingAs(db, event.organizerId);

    await inviteHost(ada, { eventId: event.id, handle: "grace" });
    await inviteHost(ada, { eventId: event.id, handle: "grace" });

    expect(await hostsOf(db, event.id)).toMatchObject({ invited: [grace.id], hostIds: [] });
    expect(await kindsOf(db, event.id)).toEqual(["event.host_invited"]);
  });

  test("lets hosts ask others, and nobody else", async ({ db }) => {
    const event = await createEvent(db);
    const host = await createHost(db, event);
    const invited = await createInvited(db, event);
    await createIdentity(db, { handle: "rosa" });
    const asking = (actorId: string) =>
      inviteHost(actingAs(db, actorId), { eventId: event.id, handle: "rosa" });

    await expect(asking(invited.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(asking((await createIdentity(db)).id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await asking(host.id)).toMatchObject({ status: "invited", invitedById: host.id });
  });

  test("answers the same for a handle that nobody has, that is gone, that waits, and whose page is closed", async ({
    db,
  }) => {
    const event = await createEvent(db);
    await createIdentity(db, { handle: "hidden", visibility: "participants" });
    await createIdentity(db, { handle: "gone", deletedAt: new Date() });
    await createIdentity(db, { handle: "waits", account: await createAccount(db, { confirmedAt: null }) });
    await createIdentity(db, { handle: "abroad", domain: "elsewhere.example" });
    for (const handle of ["nobody_has_it", "hidden", "gone", "waits", "abroad", "admin"]) {
      const asking = inviteHost(actingAs(db, event.organizerId), { eventId: event.id, handle });
      await expect(asking).rejects.toMatchObject(unknown);
    }
    expect(await kindsOf(db, event.id)).toEqual([]);
  });

  test("reaches whoever shows the page only to those who come too", async ({ db }) => {
    const event = await createEvent(db);
    const hidden = await createIdentity(db, { handle: "hidden", visibility: "participants" });
    await createParticipation(db, event, { actorId: hidden.id, status: "approved" });

    await inviteHost(actingAs(db, event.organizerId), { eventId: event.id, handle: "hidden" });

    expect((await hostsOf(db, event.id)).invited).toEqual([hidden.id]);
  });

  test("does not treat another identity of the same account in any special way", async ({ db }) => {
    const account = await createAccount(db);
    const organizer = await createIdentity(db, { account });
    const other = await createIdentity(db, { account, handle: "other" });
    const event = await createEvent(db, { organizerId: organizer.id });

    await inviteHost(actingAs(db, organizer.id), { eventId: event.id, handle: "other" });

    expect((await hostsOf(db, event.id)).invited).toEqual([other.id]);
  });

  test("asks nobody again who declined, and not the organiser", async ({ db }) => {
    const event = await createEvent(db);
    const ada = actingAs(db, event.organizerId);
    const invited = await createInvited(db, event);
    await declineHosting(actingAs(db, invited.id), event.id);
    const asking = (handle: string) => inviteHost(ada, { eventId: event.id, handle });

    await expect(asking(invited.handle)).rejects.toMatchObject({ reason: "hosting_declined" });
    const [own] = await db.select().from(actors).where(eq(actors.id, event.organizerId));
    await expect(asking(own!.handle)).rejects.toMatchObject({ reason: "organizes_already" });
  });

  test("asks ten at most; those who declined do not count", async ({ db }) => {
    const event = await createEvent(db);
    const first = await createInvited(db, event);
    await declineHosting(actingAs(db, first.id), event.id);
    for (let n = 0; n < 9; n++) await createInvited(db, event);
    const asking = async () => {
      const { handle } = await createIdentity(db);
      return inviteHost(actingAs(db, event.organizerId), { eventId: event.id, handle });
    };

    await asking();
    await expect(asking()).rejects.toMatchObject({ reason: "too_many_hosts" });
  });

  test("is for drafts too, but not for what does not take place or is over", async ({ db }) => {
    const { id, organizerId } = await createEvent(db, { publishedAt: null, startsAt: null, endsAt: null });
    const { handle } = await createIdentity(db);
    const asking = () => inviteHost(actingAs(db, organizerId), { eventId: id, handle });

    await db.update(events).set({ status: "cancelled" });
    await expect(asking()).rejects.toMatchObject({ reason: "event_cancelled" });
    await db.update(events).set({ status: "confirmed", startsAt: new Date("2026-01-01T12:00:00Z") });
    await expect(asking()).rejects.toMatchObject({ reason: "event_over" });
    await db.update(events).set({ startsAt: null });
    expect(await asking()).toMatchObject({ status: "invited" });
  });
});
