import { seal, unseal } from "@/lib/core/crypto";
import { answersPath, confirmAnswerPath } from "@/lib/core/participation-paths";

/** How long somebody who answered by e-mail has to show that the address is theirs. */
export const CONFIRM_HOURS = 48;

const PAGE = "participation by e-mail";
const CONFIRMATION = "confirm participation by e-mail";

/**
 * The path of the page on which somebody without an account sees and changes their participation. It is sealed anew
 * each time, and works as long as the row knows whose it is. For mails to that very address alone.
 */
export function answerPath(participationId: string): string {
  return answersPath(seal(PAGE, participationId));
}

/**
 * The path that shows an address to be theirs: where an unconfirmed answer is confirmed. It ends with the answer,
 * `CONFIRM_HOURS` after it was given.
 */
export function confirmPath(participationId: string): string {
  return confirmAnswerPath(seal(CONFIRMATION, participationId));
}

/** Of whose page this is the secret; null for what this server did not make. */
export function readPageToken(token: string): string | null {
  return opened(PAGE, token);
}

/** Whose address this secret confirms; null for what this server did not make. */
export function readConfirmToken(token: string): string | null {
  return opened(CONFIRMATION, token);
}

function opened(purpose: string, token: string): string | null {
  try {
    return unseal(purpose, token);
  } catch {
    return null;
  }
}
