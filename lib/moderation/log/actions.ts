/** Everything that stands in the moderation log, as it is filtered by. */
export const logActions = [
  "account.admitted",
  "account.turned_down",
  "account.revealed",
  "account.suspended",
  "account.opened",
  "case.assigned",
  "case.released",
  "case.closed",
  "case.reopened",
  "event.removed",
  "event.put_back",
  "comment.removed",
  "comment.put_back",
  "identity.warned",
  "identity.limited",
  "identity.unlimited",
  "identity.suspended",
  "identity.unsuspended",
  "server.policy_set",
  "server.policy_removed",
] as const;

export type LogAction = (typeof logActions)[number];
