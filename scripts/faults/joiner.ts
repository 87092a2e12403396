import { randomBytes } from "node:crypto";
import { connect } from "@/db/client";
import { startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { actors } from "@/db/schema/actors";
import { createEvent } from "@/db/testing/factories";
import { joinEvent } from "@/lib/participation/join";

// 500 people join an event with 100 places at the same moment; the identity of each is printed once it is acknowledged.
const { url } = await startEmbedded(process.argv[2] ?? "");
await migrateDatabase(url);
const { db } = connect(url);
const event = await createEvent(db, {
  capacity: 100,
  startsAt: new Date(Date.now() + 86_400_000),
  endsAt: null,
});
const handles = Array.from({ length: 500 }, () => `p_${randomBytes(8).toString("hex")}`);
const people = await db
  .insert(actors)
  .values(handles.map((handle) => ({ kind: "person" as const, handle, name: handle, uri: handle })))
  .returning({ id: actors.id });

process.stdout.write(`event ${event.id}\n`);
await Promise.all(
  people.map(async ({ id }) => {
    await joinEvent({ db, actor: { kind: "identity", actorId: id }, now: new Date() }, { eventId: event.id });
    process.stdout.write(`in ${id}\n`);
  }),
);
