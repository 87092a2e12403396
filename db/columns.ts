import { randomBytes, randomUUID } from "node:crypto";
import { timestamp, uuid } from "drizzle-orm/pg-core";

/** Primary key: a UUIDv7 (RFC 9562), so that rows lie on disk in the order they were made. Never shown to strangers. */
export function id() {
  return uuid().primaryKey().$defaultFn(uuidV7);
}

/** Primary key: random, for what strangers may see: it tells neither when nor together with what a thing was made. */
export function randomId() {
  return uuid()
    .primaryKey()
    .$defaultFn(() => randomUUID());
}

/** An instant. The zone it is shown in is stored beside it where it matters. */
export function instant() {
  return timestamp({ withTimezone: true, precision: 3 });
}

export function createdAt() {
  return instant().notNull().defaultNow();
}

/** The same for statements that are written by hand. */
export function uuidV7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
