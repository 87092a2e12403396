import * as z from "zod";

/** Which of the two is filled in depends on whether the account has a password. */
const proofFields = {
  password: z.string().max(200, "password_too_long").optional(),
  typed: z.string().max(300).optional(),
};

export const deleteIdentityInput = z.object({ actorId: z.uuid(), ...proofFields });

export const leaveInput = z.object(proofFields);
