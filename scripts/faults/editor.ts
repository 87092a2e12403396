import { connection } from "@/lib/core/database";
import { editEvent } from "@/lib/events/edit";
import { typed } from "@/lib/events/testing/typed";

// Renames an event as fast as it can, as its organiser, and prints the number of each name once its commit is acknowledged.
const [eventId = "", actorId = ""] = process.argv.slice(2);
const startsAt = `${new Date().getFullYear() + 1}-06-18T19:00`;

for (let n = 1; ; n++) {
  const ctx = { db: connection().db, actor: { kind: "identity" as const, actorId }, now: new Date() };
  await editEvent(ctx, eventId, typed({ title: `Name ${n}`, startsAt, endsAt: "" }));
  process.stdout.write(`${n}\n`);
}
