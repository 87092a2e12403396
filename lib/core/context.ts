import type { Database } from "@/db/client";

/** What an account may do for the server beside what everybody may. */
export type Role = "member" | "moderator" | "administrator";

/**
 * Who is acting: an identity of this server or of another, an account about itself, whoever holds the mailed link of a
 * participation without an account, nobody yet, or the server.
 */
export type Actor =
  | { kind: "anonymous" }
  | { kind: "account"; accountId: string; role: Role }
  | { kind: "identity"; actorId: string }
  | { kind: "mail"; participationId: string }
  | { kind: "system" };

/** What every command needs: where to write, who is acting, and what time it is. */
export type Context = { db: Database; actor: Actor; now: Date };

/** Runs `work` in one transaction: its rows, its facts and their jobs are stored together or not at all. */
export function inTransaction<T>(ctx: Context, work: (tx: Context) => Promise<T>): Promise<T> {
  return ctx.db.transaction((db) => work({ ...ctx, db }));
}
