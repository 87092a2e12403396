/** For how long what moderators took away can be put back. Then it is deleted. */
const UNDO_DAYS = 30;

/** What was taken away before is deleted by now. */
export function undoableSince(now: Date): Date {
  return new Date(now.getTime() - UNDO_DAYS * 86_400_000);
}
