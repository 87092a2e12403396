import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { announcementRecipients, announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { actingAs, createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { cancelAnnouncement } from "./cancel";
import { announcementInput } from "./input";
import { listAnnouncements, listAnnouncementsTo } from "./queries";
import { sendDue } from "./send";
import { sweepAnnouncements } from "./sweep";
import { writeAnnouncement } from "./write";

const said = (eventId: string, more: Partial<Record<string, unknown>> = {}) =>
  announcementInput.parse({
    eventId,
    announcementId: randomUUID(),
    audience: "going",
    body: "Bring cups.",
    ...more,
  });

describe("writeAnnouncement", () => {
  test("tells those who stand so now, by identity and by e-mail, and nobody else", async ({ db }) => {
    const event = await createEvent(db);
    const going = await createParticipation(db, event, { status: "approved" });
    const byMail = await createParticipation(db, event, { status: "maybe", email: "grace@example.org" });
    const refused = await createParticipation(db, event, { status: "rejected" });
    const host = actingAs(db, event.organizerId);

    const { id, sentAt } = await writeAnnouncement(host, said(event.id, { audience: ["going", "maybe"] }));

    expect(sentAt).toEqual(now);
    const rows = await db.select().from(announcementRecipients);
    expect(new Set(rows.map(({ participationId }) => participationId))).toEqual(
      new Set([going.id, byMail.id]),
    );
    expect(await kindsOf(db, event.id)).toEqual(["announcement.sent"]);
    const read = { id, body: "Bring cups." };
    expect(await listAnnouncementsTo(db, event.id, { actorIds: [going.actorId!] })).toMatchObject([read]);
    expect(await listAnnouncementsTo(db, event.id, { participationId: byMail.id })).toMatchObject([read]);
    expect(await listAnnouncementsTo(db, event.id, { actorIds: [refused.actorId!] })).toEqual([]);
    expect(await listAnnouncements(db, event.id)).toMatchObject([{ id, recipients: 2 }]);
  });

  test("is written once when the form comes twice, and never over another event's", async ({ db }) => {
    const event = await createEvent(db);
    const host = actingAs(db, event.organizerId);
    const form = said(event.id);
    const first = await writeAnnouncement(host, form);
    expect(await writeAnnouncement(host, form)).toEqual(first);
    expect(await kindsOf(db, event.id)).toEqual(["announcement.sent"]);

    const other = await createEvent(db, { organizerId: event.organizerId });
    await expect(writeAnnouncement(host, { ...form, eventId: other.id })).rejects.toMatchObject({
      reason: "announcement_not_found",
    });
  });

  test("does not go out for whoever hosts no more, nor about what was called off", async ({ db }) => {
    const event = await createEvent(db, { hostIds: [(await createIdentity(db)).id] });
    const system = { ...actingAs(db, event.organizerId), actor: { kind: "system" as const } };
    const then = { ...system, now: new Date("2026-11-24T11:00:00Z") };
    const later = { sendAt: "2026-11-24T12:00" };
    const left = await writeAnnouncement(actingAs(db, event.hostIds[0]!), said(event.id, later));
    await db.update(events).set({ hostIds: [] }).where(eq(events.id, event.id));
    await sendDue(then, left.id);

    const off = await writeAnnouncement(actingAs(db, event.organizerId), said(event.id, later));
    await db.update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
    await sendDue(then, off.id);

    expect(await kindsOf(db, event.id)).toEqual([]);
    expect(await listAnnouncements(db, event.id)).toEqual([]);
  });

  test("waits for its time, and then tells those who stand so then, once", async ({ db }) => {
    const event = await createEvent(db);
    const host = actingAs(db, event.organizerId);
    const { id, sentAt } = await writeAnnouncement(host, said(event.id, { sendAt: "2026-11-24T12:00" }));
    expect(sentAt).toBeNull();
    const { actorId } = await createParticipation(db, event, { status: "approved" });
    const system = { ...host, actor: { kind: "system" as const } };

    await sendDue(system, id);
    expect(await kindsOf(db, event.id)).toEqual([]);
    const then = { ...system, now: new Date("2026-11-24T11:00:00Z") };
    await sendDue(then, id);
    await sendDue(then, id);

    expect(await kindsOf(db, event.id)).toEqual(["announcement.sent"]);
    expect(await listAnnouncementsTo(db, event.id, { actorIds: [actorId!] })).toHaveLength(1);
  });

  test("refuses times that are over, do not exist or are too far, drafts, and whoever does not host", async ({
    db,
  }) => {
    const event = await createEvent(db);
    const host = actingAs(db, event.organizerId);
    const refusals = [
      ["2026-11-23T12:00", "announcement_in_the_past"],
      ["2027-03-28T02:30", "time_does_not_exist"],
      ["2028-01-01T12:00", "too_far_ahead"],
      ["tomorrow", "time_not_valid"],
    ];
    for (const [sendAt, reason] of refusals)
      await expect(writeAnnouncement(host, said(event.id, { sendAt }))).rejects.toMatchObject({
        fieldErrors: { sendAt: [reason] },
      });
    const stranger = actingAs(db, (await createIdentity(db)).id);
    await expect(writeAnnouncement(stranger, said(event.id))).rejects.toMatchObject({ code: "forbidden" });
    const draft = await createEvent(db, { publishedAt: null, organizerId: event.organizerId });
    await expect(writeAnnouncement(host, said(draft.id))).rejects.toMatchObject({
      reason: "event_not_published",
    });
    expect(await db.select().from(announcements)).toEqual([]);
  });
});

describe("cancelAnnouncement", () => {
  test("takes back what was not sent, as often as one likes, and nothing else", async ({ db }) => {
    const event = await createEvent(db);
    const host = actingAs(db, event.organizerId);
    const later = await writeAnnouncement(host, said(event.id, { sendAt: "2026-11-24T12:00" }));
    const sent = await writeAnnouncement(host, said(event.id));

    await cancelAnnouncement(host, later.id);
    await cancelAnnouncement(host, later.id);
    await sendDue({ ...host, now: new Date("2026-11-25T11:00:00Z") }, later.id);

    expect(await kindsOf(db, event.id)).toEqual(["announcement.sent"]);
    expect((await listAnnouncements(db, event.id)).map(({ id }) => id)).toEqual([sent.id]);
    await expect(cancelAnnouncement(host, sent.id)).rejects.toMatchObject({ reason: "announcement_sent" });
    const stranger = actingAs(db, (await createIdentity(db)).id);
    await expect(cancelAnnouncement(stranger, later.id)).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("what was left behind is sent by the sweep", async ({ db }) => {
  const event = await createEvent(db);
  const host = actingAs(db, event.organizerId);
  const { id } = await writeAnnouncement(host, said(event.id, { sendAt: "2026-11-24T12:00" }));
  await db.execute("delete from graphile_worker._private_jobs");
  await sweepAnnouncements({ ...host, now: new Date("2026-11-24T12:00:00Z") });
  const jobs = await db.execute(
    "select key from graphile_worker.jobs where task_identifier = 'send-announcement'",
  );
  expect(jobs).toMatchObject([{ key: `send-announcement:${id}` }]);
  expect(await db.select().from(announcements).where(eq(announcements.id, id))).toHaveLength(1);
});
