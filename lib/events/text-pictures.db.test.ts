import { describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { eventPictures } from "@/db/schema/events";
import { media } from "@/db/schema/media";
import { pictureUploads } from "@/db/schema/picture-uploads";
import { actingAs, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { pictureMarkdown } from "@/lib/core/text/text-pictures";
import { drawing } from "@/lib/media/testing/pictures";
import { createHost } from "./hosts/testing/hosting";
import type { EventInput } from "./input";
import { findEventBySlug, getEvent } from "./queries";
import { removeEvent } from "./remove";
import { type Saving, saveEvent } from "./save";
import { typed } from "./testing/typed";
import { sweepUploads, uploadTextPicture } from "./upload-picture";

vi.mock("@/lib/core/env", async () => {
  const { env } = await import("@/lib/media/testing/env");
  return { env: () => ({ ...env(), ORIGIN: "http://localhost:3000" }) };
});

const file = () => drawing(40, 30).png().toBuffer();
const someone = async (db: Database) => actingAs(db, (await createIdentity(db)).id);

async function send(ctx: Context, eventId: string) {
  return uploadTextPicture(ctx, { eventId, file: await file(), alt: "A pot", field: "picture" });
}

function save(ctx: Context, eventId: string, values: Partial<EventInput>, saving: Partial<Saving> = {}) {
  return saveEvent(ctx, { eventId, isNew: false, intent: "save", ...saving }, typed(values));
}

/** An announced event that shows a picture in its text. */
async function announced(ctx: Context) {
  const eventId = crypto.randomUUID();
  const picture = await send(ctx, eventId);
  const description = `Soup.\n\n${pictureMarkdown(picture)}`;
  const event = await save(ctx, eventId, { description }, { isNew: true, intent: "publish" });
  return { event, picture, description };
}

describe("pictures in the text of an event", () => {
  test("are kept in step with it, and go when the text lets go of them", async ({ db }) => {
    const ctx = await someone(db);
    const { event, picture, description } = await announced(ctx);
    expect(event.descriptionHtml).toContain(`<img src="/media/${picture.name}" alt="A pot"`);
    expect(await db.select().from(eventPictures)).toEqual([{ eventId: event.id, mediaId: picture.id }]);
    expect(await db.select().from(pictureUploads)).toEqual([]);
    const page = await findEventBySlug(db, event.slug, ctx.actor);
    expect(page?.textPictures).toMatchObject([{ id: picture.id, status: "waiting", widths: [] }]);

    const again = await save(ctx, event.id, { description });
    expect(again.version).toBe(event.version);
    await save(ctx, event.id, { description: `More. ${description}` });
    expect(await db.select().from(eventPictures)).toHaveLength(1);

    await save(ctx, event.id, { description: "No more." });
    expect([await db.select().from(eventPictures), await db.select().from(media)]).toEqual([[], []]);
  });

  test("of strangers are not taken: their words stay", async ({ db }) => {
    const { picture, description } = await announced(await someone(db));
    const stranger = await someone(db);
    const waiting = await send(await someone(db), crypto.randomUUID());

    const event = await save(
      stranger,
      crypto.randomUUID(),
      { description: `${description} ${pictureMarkdown(waiting)}` },
      { isNew: true, intent: "draft" },
    );

    expect(event.descriptionHtml).toBe("<p>Soup.</p>\n<p>A pot A pot</p>");
    expect(await db.select().from(eventPictures)).toMatchObject([{ mediaId: picture.id }]);
  });

  test("that a host sent are shown whoever saves, and strangers can send none for it", async ({ db }) => {
    const ctx = await someone(db);
    const { event } = await announced(ctx);
    const host = await createHost(db, event);
    const theirs = await send(actingAs(db, host.id), event.id);

    const edited = await save(ctx, event.id, { description: pictureMarkdown(theirs) });

    expect(edited.descriptionHtml).toContain(theirs.name);
    await expect(send(await someone(db), event.id)).rejects.toMatchObject({ code: "forbidden" });
    const nobody: Context = { db, actor: { kind: "anonymous" }, now };
    await expect(send(nobody, event.id)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("are shared with an event that is announced again, and go with the last one", async ({ db }) => {
    const ctx = await someone(db);
    const { event, picture, description } = await announced(ctx);
    const copyId = crypto.randomUUID();
    const copy = await save(ctx, copyId, { description }, { isNew: true, intent: "draft" });
    expect(copy.descriptionHtml).toBe(event.descriptionHtml);

    await removeEvent(ctx, event);
    expect(await db.select({ id: media.id }).from(media)).toEqual([{ id: picture.id }]);
    await removeEvent(ctx, await getEvent(db, copyId));
    expect(await db.select().from(media)).toEqual([]);
  });

  test("are put at the end of the text where no script names them", async ({ db }) => {
    const ctx = await someone(db);
    const eventId = crypto.randomUUID();
    const textPicture = new File([new Uint8Array(await file())], "pot.png");
    const sent = { description: "Soup.", textPicture, textPictureAlt: "A [pot]" };

    const event = await save(ctx, eventId, sent, { isNew: true, intent: "draft" });
    expect(event.description).toMatch(/^Soup\.\n\n!\[A \\\[pot\\\]\]\(\/media\/[a-z2-9]{20}\)$/);
    expect(event.descriptionHtml).toMatch(/<img src="\/media\/[a-z2-9]{20}" alt="A \[pot\]"/);

    const full = Array.from({ length: 20 }, (_, at) => `/media/${String.fromCharCode(97 + at).repeat(20)}`);
    await expect(save(ctx, eventId, { ...sent, description: full.join(" ") })).rejects.toMatchObject({
      fieldErrors: { textPicture: ["too_many_pictures"] },
    });
    for (const [bytes, reason] of [
      ["<svg>", "picture_is_svg"],
      ["GIF", "picture_not_readable"],
    ] as const)
      await expect(
        save(ctx, eventId, { ...sent, textPicture: new File([bytes], "pot.png") }),
      ).rejects.toMatchObject({ fieldErrors: { textPicture: [reason] } });
  });

  test("that were never saved go after a month, or with their event", async ({ db }) => {
    const ctx = await someone(db);
    const { event, picture } = await announced(ctx);
    await send(ctx, crypto.randomUUID());
    await sweepUploads({ ...ctx, now: new Date(now.getTime() + 29 * 86_400_000) });
    expect(await db.select().from(media)).toHaveLength(2);
    await sweepUploads({ ...ctx, now: new Date(now.getTime() + 31 * 86_400_000) });
    expect(await db.select({ id: media.id }).from(media)).toEqual([{ id: picture.id }]);

    await send(ctx, event.id);
    await removeEvent(ctx, event);
    expect(await db.select().from(media)).toEqual([]);
  });
});
