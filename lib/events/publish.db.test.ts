import { describe, expect } from "vitest";
import { actingAs, createAccount, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { publishEvent } from "./publish";
import { findEventBySlug } from "./queries";
import { kindsOf } from "./testing/facts";

describe("publishEvent", () => {
  test("announces a draft to everybody, and records it once", async ({ db }) => {
    const draft = await createEvent(db, { publishedAt: null });
    const ada = actingAs(db, draft.organizerId);

    await publishEvent(ada, draft.id);
    const again = await publishEvent({ ...ada, now: new Date("2026-11-24T12:00:00Z") }, draft.id);

    expect(again.publishedAt).toEqual(now);
    expect(await kindsOf(db, draft.id)).toEqual(["event.published"]);
    expect(await findEventBySlug(db, draft.slug, { kind: "anonymous" })).not.toBeNull();
  });

  test("refuses for another identity of the same account", async ({ db }) => {
    const account = await createAccount(db);
    const { id: organizerId } = await createIdentity(db, { account });
    const otherFace = await createIdentity(db, { account });
    const draft = await createEvent(db, { organizerId, publishedAt: null });

    const publishing = publishEvent(actingAs(db, otherFace.id), draft.id);
    await expect(publishing).rejects.toMatchObject({ code: "forbidden" });
  });

  test("names everything that is missing at once", async ({ db }) => {
    const draft = await createEvent(db, { publishedAt: null, title: "Hi", startsAt: null, endsAt: null });
    const publishing = publishEvent(actingAs(db, draft.organizerId), draft.id);
    await expect(publishing).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { title: ["title_too_short"], startsAt: ["start_missing"] },
    });
  });

  test("refuses what is over, and takes what has begun", async ({ db }) => {
    const over = await createEvent(db, {
      publishedAt: null,
      startsAt: new Date("2026-11-22T18:00:00Z"),
      endsAt: new Date("2026-11-22T21:00:00Z"),
    });
    const begun = await createEvent(db, {
      publishedAt: null,
      startsAt: new Date("2026-11-23T11:00:00Z"),
      endsAt: null,
    });

    await expect(publishEvent(actingAs(db, over.organizerId), over.id)).rejects.toMatchObject({
      fieldErrors: { startsAt: ["event_in_the_past"] },
    });
    expect(await publishEvent(actingAs(db, begun.organizerId), begun.id)).toMatchObject({ publishedAt: now });
  });
});
