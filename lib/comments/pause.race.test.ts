import { expect, test } from "vitest";
import { connect } from "@/db/client";
import { comments } from "@/db/schema/comments";
import { createDatabase } from "@/db/testing/database";
import { actingAs, createEvent, createIdentity } from "@/db/testing/factories";
import { addComment } from "./add";

test("of what somebody says at the same instant one is kept, where an event asks for a pause", async ({
  onTestFinished,
}) => {
  const { url, drop } = await createDatabase();
  const { db, close } = connect(url, { max: 10 });
  onTestFinished(async () => {
    await close();
    await drop();
  });
  const { id: eventId } = await createEvent(db, { commentsPauseSeconds: 60 });
  const guest = actingAs(db, (await createIdentity(db)).id);

  const said = await Promise.allSettled(
    Array.from({ length: 8 }, (_, turn) => addComment(guest, { eventId, text: `Number ${turn}` })),
  );

  const refused = said.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.reason] : []));
  expect(refused).toEqual(Array.from({ length: 7 }, () => "comment_too_soon"));
  expect(await db.select().from(comments)).toHaveLength(1);
});
