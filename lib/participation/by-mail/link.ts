import type { Participation } from "@/db/schema/participations";
import { hashToken, seal, unseal } from "@/lib/core/crypto";
import { answersPath, confirmAnswerPath } from "@/lib/core/participation-paths";

/** How long somebody who answered by e-mail has to show that the address is theirs. */
export const CONFIRM_HOURS = 48;

const PAGE = "participation by e-mail";
const ELSEWHERE = "participation from elsewhere";
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

/**
 * The path of the same page for somebody of another server, to whom their own cannot show what is asked here. It goes to
 * them alone, and ends with what they said there: whoever leaves, or answers anew, gets another.
 */
export function answerPathElsewhere({ id, uri }: Pick<Participation, "id" | "uri">): string {
  return answersPath(seal(ELSEWHERE, `${id} ${markOf(uri)}`));
}

/** Whether a secret of that kind is of this participation as it stands now. */
export function isOfNow({ uri, status, said }: Participation, mark: string): boolean {
  return mark === markOf(uri) && !(status === "left" && said === "leave");
}

/** Of which participation of somebody of another server this is the secret, and as of which of their words. */
export function readTokenElsewhere(token: string): { id: string; mark: string } | null {
  const [id, mark] = opened(ELSEWHERE, token)?.split(" ") ?? [];
  return id && mark ? { id, mark } : null;
}

function markOf(uri: string): string {
  return hashToken(uri).slice(0, 16);
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
