import * as z from "zod";

/** How many host an event beside its organiser, or are asked to. */
export const MAX_HOSTS = 10;

/** A handle of this server as people type it: with or without the @, in whatever case. */
const handle = z
  .string()
  .trim()
  .transform((text) => text.replace(/^@/, "").toLowerCase())
  .pipe(
    z
      .string()
      .min(1, "handle_missing")
      .max(30, "handle_too_long")
      .regex(/^[a-z0-9_]+$/, "handle_not_valid"),
  );

export const inviteHostInput = z.object({ eventId: z.uuid(), handle });

/** One of those who host an event, or are asked to. */
export const hostReference = z.object({ eventId: z.uuid(), actorId: z.uuid() });
