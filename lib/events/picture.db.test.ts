import { describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { media } from "@/db/schema/media";
import { actingAs, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { drawing } from "@/lib/media/testing/pictures";
import { reviseDraft } from "./draft";
import { editEvent } from "./edit";
import { getEvent } from "./queries";
import { removeEvent } from "./remove";
import { saveEvent } from "./save";
import { typed } from "./testing/typed";

vi.mock("@/lib/core/env", async () => {
  const { env } = await import("@/lib/media/testing/env");
  return { env: () => ({ ...env(), ORIGIN: "http://localhost:3000" }) };
});

const picture = async () => new File([new Uint8Array(await drawing(40, 30).png().toBuffer())], "bell.png");
const pictureIds = async (db: Database) =>
  (await db.select({ id: media.id }).from(media)).map(({ id }) => id);

describe("the picture of an event", () => {
  for (const intent of ["draft", "publish"] as const) {
    test(`that is replaced is gone (${intent})`, async ({ db }) => {
      const ctx = actingAs(db, (await createIdentity(db)).id);
      const eventId = crypto.randomUUID();
      const saving = { eventId, isNew: true, intent };
      const first = await saveEvent(ctx, saving, typed({ picture: await picture() }));
      const change = intent === "draft" ? reviseDraft : editEvent;

      const kept = await change(ctx, eventId, typed({ title: "Another title", pictureAlt: "A bell" }));
      expect([kept.pictureId, await pictureIds(db)]).toEqual([first.pictureId, [first.pictureId]]);

      const second = await change(ctx, eventId, typed({ picture: await picture() }));
      expect(second.pictureId).not.toBe(first.pictureId);
      expect(await pictureIds(db)).toEqual([second.pictureId]);
    });
  }

  test("goes with the draft", async ({ db }) => {
    const ctx = actingAs(db, (await createIdentity(db)).id);
    const eventId = crypto.randomUUID();
    await saveEvent(ctx, { eventId, isNew: true, intent: "draft" }, typed({ picture: await picture() }));

    await removeEvent(ctx, await getEvent(db, eventId));

    expect(await pictureIds(db)).toEqual([]);
  });
});
