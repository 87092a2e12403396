import { describe, expect } from "vitest";
import { actingAs, createAccount, createEvent, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { cancelEvent } from "./cancel";
import { kindsOf } from "./testing/facts";

describe("cancelEvent", () => {
  test("calls it off once, in a way that calendars notice", async ({ db }) => {
    const event = await createEvent(db, { sequence: 2 });
    const ada = actingAs(db, event.organizerId);

    await cancelEvent(ada, event.id);
    const again = await cancelEvent(ada, event.id);

    expect(again).toMatchObject({ status: "cancelled", sequence: 3, publishedAt: event.publishedAt });
    expect(await kindsOf(db, event.id)).toEqual(["event.cancelled"]);
  });

  test("refuses for another identity of the same account", async ({ db }) => {
    const account = await createAccount(db);
    const { id: organizerId } = await createIdentity(db, { account });
    const otherFace = await createIdentity(db, { account });
    const { id } = await createEvent(db, { organizerId });

    await expect(cancelEvent(actingAs(db, otherFace.id), id)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("refuses for a draft, which is discarded instead", async ({ db }) => {
    const draft = await createEvent(db, { publishedAt: null });
    const cancelling = cancelEvent(actingAs(db, draft.organizerId), draft.id);
    await expect(cancelling).rejects.toMatchObject({ reason: "event_not_published" });
  });
});
