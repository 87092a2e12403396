/** Where a thing is reported; `name`: the slug of an event, the id of a comment, the handle of an identity. */
export function reportPath(kind: "event" | "comment" | "identity", name: string): string {
  return `/report?${new URLSearchParams({ [kind]: name })}`;
}

/** What was reported and waits for somebody to decide. */
export const reportsPath = "/moderation/reports";

export function casePath(caseId: string): string {
  return `${reportsPath}/${caseId}`;
}

/** Everything that moderators did. */
export const moderationLogPath = "/moderation/log";
