import type { Context } from "@/lib/core/context";
import { rowsInPages } from "@/lib/core/rows-in-pages";
import type { Table } from "@/lib/participation/lists/table";
import type { LogFilter } from "./filter";
import { type LogEntry, listLog } from "./list";

const READ_AT_ONCE = 500;

/** The log as a table, for a file; columns are named as they are stored, since programs read it. For moderators. */
export function logTable(ctx: Context, filter: LogFilter): Table {
  return {
    title: "moderation log",
    head: ["id", "at", "moderator", "action", "about", "account", "reason", "case", "details"],
    rows: rowsOf(ctx, filter),
  };
}

async function* rowsOf(ctx: Context, filter: LogFilter) {
  const entries = rowsInPages<LogEntry>(READ_AT_ONCE, async (last) => {
    const page = await listLog(ctx, { ...filter, ...(last && { before: last.entry.id }) }, READ_AT_ONCE);
    return page.entries;
  });
  for await (const { entry, moderator, about, account } of entries) {
    const name = about && (about.domain ? `${about.handle}@${about.domain}` : about.handle);
    const details = Object.keys(entry.details).length > 0 ? JSON.stringify(entry.details) : "";
    yield [
      ...[
        entry.id,
        entry.createdAt.toISOString(),
        entry.isServer ? "server" : (moderator ?? ""),
        entry.action,
      ],
      ...[name ?? "", account.email ?? "", entry.reason, entry.caseId ?? "", details],
    ];
  }
}
