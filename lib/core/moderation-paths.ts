import { paths } from "./paths";

/** Where a thing is reported; `name`: the slug of an event, the id of a comment, the handle of an identity. */
export function reportPath(kind: "event" | "comment" | "identity", name: string): string {
  return `/report?${new URLSearchParams({ [kind]: name })}`;
}

export function casePath(caseId: string): string {
  return `${paths.reports}/${caseId}`;
}

/** The moderation log, asked for something. */
export function moderationLogPath(asked: Record<string, string>): string {
  return `${paths.moderationLog}?${new URLSearchParams(asked)}`;
}

/** What a list of servers that is kept for an hour would change. */
export function listPreviewPath(kept: string): string {
  return `${paths.serverLists}/preview?${new URLSearchParams({ list: kept })}`;
}

/** Who is behind an identity, once they said why they must know. */
export function revealAccountPath(handle: string): string {
  return `/moderation/accounts/${handle}`;
}

/** An account, for administrators. */
export function accountPath(accountId: string): string {
  return `${paths.accounts}/${accountId}`;
}

/** Asks once before somebody ("ada", "rosa@bells.example") is blocked or muted. */
export function blockPath(address: string): string {
  return `${paths.blocks}/new?${new URLSearchParams({ whom: address })}`;
}

/** One of the lists of an own identity (`as`: its handle) as a file. */
export function blockListPath(asked: { list: string; as: string }): string {
  return `${paths.blocks}/list.csv?${new URLSearchParams(asked)}`;
}
