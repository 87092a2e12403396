import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { mails } from "@/db/schema/mails";
import { actingAs, createEvent, createIdentity, createParticipation } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { writeAnnouncement } from "@/lib/participation/announcements/write";
import { mailNextReaders } from "./mail-announcement";

const words = { subject: "Cups", body: "Bring cups.\nAnd a spoon.", sendAt: "" };

describe("mailNextReaders", () => {
  test("writes to each who was told, identity or address, once, also when it is run again", async ({
    db,
  }) => {
    const event = await createEvent(db);
    const host = actingAs(db, event.organizerId);
    const grace = await createIdentity(db, { name: "Grace" });
    await createParticipation(db, event, { status: "approved", actorId: grace.id });
    await createParticipation(db, event, { status: "approved", email: "leo@example.org", locale: "fr" });
    await createParticipation(db, event, { status: "maybe" });
    const { id: announcementId } = await writeAnnouncement(host, {
      ...words,
      eventId: event.id,
      announcementId: randomUUID(),
      audience: ["going"],
    });
    await createParticipation(db, event, { status: "approved", email: "late@example.org" });

    await mailNextReaders(host, { announcementId });
    await mailNextReaders(host, { announcementId });

    const written = (await db.select().from(mails)).map(({ body }) => body!);
    expect(written).toHaveLength(2);
    const french = written.find(({ to }) => to === "leo@example.org")!;
    expect(french.subject).toContain("Cups");
    expect(french.text).toContain("And a spoon.");
    expect(french.text).toContain("/answers/");
    expect(written.every(({ text }) => !text.includes("leo@"))).toBe(true);
  });

  test("goes on with the rest in a job of its own, where it was", async ({ db }) => {
    const event = await createEvent(db);
    const host = actingAs(db, event.organizerId);
    await Promise.all(
      Array.from({ length: 205 }, (_, index) =>
        createParticipation(db, event, { status: "approved", email: `someone${index}@example.org` }),
      ),
    );
    const { id: announcementId } = await writeAnnouncement(host, {
      ...words,
      eventId: event.id,
      announcementId: randomUUID(),
      audience: ["going"],
    });

    await mailNextReaders(host, { announcementId });
    expect(await db.$count(mails)).toBe(200);
    const [job] = await db.execute<{ payload: { announcementId: string; after: string } }>(
      `select payload from graphile_worker._private_jobs where payload ->> 'after' is not null`,
    );
    await mailNextReaders(host, job!.payload);
    expect(await db.$count(mails)).toBe(205);
  });
});
