import * as z from "zod";

/** Which of the two is filled in depends on whether the account has a password. */
const proofFields = {
  password: z.string().max(200, "password_too_long").optional(),
  typed: z.string().max(300).optional(),
};

/** "event:heir", or "event:" where the event is cancelled. */
const ending = z
  .string()
  .transform((text) => text.split(":"))
  .pipe(z.tuple([z.uuid(), z.union([z.uuid(), z.literal("")])], "not_accepted"))
  .transform(([eventId, heirId]) => ({ eventId, heirId: heirId || null }));

/** One choice sent is a text, several are a list. */
const endings = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(ending).max(100, "not_accepted"),
);

export const deleteIdentityInput = z.object({ actorId: z.uuid(), endings, ...proofFields });

/** What a choice sends: who takes the event over, or null to cancel it. */
export function endingValue(eventId: string, heirId: string | null): string {
  return `${eventId}:${heirId ?? ""}`;
}

export const leaveInput = z.object(proofFields);
