import { answerPath, confirmPath } from "../link";

/** The secrets in the two paths that are mailed to somebody without an account. */
export function pageToken(participationId: string): string {
  return answerPath(participationId).split("/").at(-1)!;
}

export function confirmToken(participationId: string): string {
  return confirmPath(participationId).split("/").at(-1)!;
}
