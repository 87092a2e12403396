import { expect } from "vitest";
import { announcementRecipients, announcements } from "@/db/schema/announcements";
import { createEvent, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { writeElsewhere } from "./announcements";
import { fact, reading, said, saidText, surroundings } from "./testing/said";

test("what a host writes reaches each reader elsewhere alone, and names no other", async ({ db }) => {
  const { ada, alan, hedy, grace } = await surroundings(db);
  const event = await createEvent(db, { slug: "repair", organizerId: ada.id });
  const id = "00000000-0000-4000-8000-000000000001";
  await db.insert(announcements).values({
    ...{ id, eventId: event.id, authorId: ada.id, statuses: ["approved"], sendAt: now, sentAt: now },
    ...{
      subject: "What to bring",
      body: "Bring **cups** & saucers.",
      uri: "http://localhost:3000/messages/1",
    },
  });
  for (const { id: actorId } of [alan, hedy, grace]) {
    const { id: participationId } = await createParticipation(db, event, { actorId, status: "approved" });
    if (actorId !== grace.id)
      await db.insert(announcementRecipients).values({ announcementId: id, participationId });
  }
  await createParticipation(db, event, { status: "approved" });

  const sent = fact({ kind: "announcement.sent" as const, eventId: event.id, announcementId: id });
  for (const _ of ["once", "again"]) await writeElsewhere(reading(db), sent);
  const text = (await saidText(db)).replaceAll(/(messages\/1\/)[\w-]{16}/g, "$1…");
  await expect(text).toMatchFileSnapshot("golden/announcement.json");
  expect((await said(db)).map(({ to }) => to)).toEqual([["gotosocial.example"], ["mastodon.example"]]);
});
