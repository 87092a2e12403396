import { describe, expect } from "vitest";
import { commentMentions } from "@/db/schema/comments";
import { actingAs, createEvent, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { blockIdentity } from "@/lib/events/block";
import { getIdentity } from "@/lib/identities/queries";
import { addComment } from "./add";

describe("blocks under events", () => {
  test("keep both from speaking at the other's events", async ({ db }) => {
    const { id: eventId, organizerId } = await createEvent(db);
    const grace = await createIdentity(db);
    const organizer = await getIdentity(db, organizerId);
    const say = () => addComment(actingAs(db, grace.id), { eventId, text: "Hello" });
    await blockIdentity(actingAs(db, organizerId), grace);
    await expect(say()).rejects.toMatchObject({ reason: "event_not_found" });
    await blockIdentity(actingAs(db, grace.id), organizer);
    await expect(say()).rejects.toMatchObject({ reason: "you_block_them" });
  });

  test("keep both from answering the other, and names from reaching who blocks", async ({ db }) => {
    const { id: eventId } = await createEvent(db);
    const [ada, grace] = [await createIdentity(db, { handle: "ada_b" }), await createIdentity(db)];
    const said = await addComment(actingAs(db, ada.id), { eventId, text: "Who brings cups?" });
    await blockIdentity(actingAs(db, ada.id), grace);

    const answer = { eventId, inReplyToId: said.id, text: "Me" };
    await expect(addComment(actingAs(db, grace.id), answer)).rejects.toMatchObject({
      reason: "comment_not_found",
    });
    const named = await addComment(actingAs(db, grace.id), { eventId, text: "Ask @ada_b" });
    expect(named.html).toContain('class="mention"');
    expect(await db.$count(commentMentions)).toBe(0);
  });
});
