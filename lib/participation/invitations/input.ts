import * as z from "zod";

/** How many can be asked to one event, ever: it is a word to somebody, no list of addresses. */
export const MAX_INVITED = 500;

/** How many one identity asks within a day, to whatever events. */
export const MAX_INVITED_A_DAY = 100;

/** "ada", "@ada", "@grace@far.example", or the address of a page: whoever reads it finds out whose it is. */
export const inviteInput = z.object({
  eventId: z.uuid(),
  whom: z.string().trim().min(1, "invitee_missing").max(500, "invitee_not_valid"),
});

/** Somebody who was asked to come. */
export const invitedReference = z.object({ eventId: z.uuid(), actorId: z.uuid() });
