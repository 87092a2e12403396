import type { z } from "zod";
import type { Database } from "@/db/client";
import { findAdministrator, getAccountByEmail } from "@/lib/accounts/administration/find";
import type { Context } from "@/lib/core/context";
import { AppError, authorize } from "@/lib/core/errors";
import { messagesFor } from "@/lib/core/messages";

/** What a command works with. `ctx` acts as the server: whoever is at this desk has the machine in their hands. */
export type Desk = {
  ctx: Context;
  say: (text: string) => void;
  /** For what an administrator decides: whoever `--as` names, else the one who has been for longest. */
  asAdministrator(): Promise<Context>;
  /** Makes a refusal into an error with a sentence that people read. */
  told<T>(work: Promise<T>): Promise<T>;
};

type Options = { say: (text: string) => void; as?: string | boolean | undefined; now?: Date };

export function openDesk(db: Database, { say, as, now = new Date() }: Options): Desk {
  const ctx: Context = { db, actor: { kind: "system" }, now };
  return { ctx, say, asAdministrator: () => administrator(ctx, as), told };
}

/** Checks what was typed as a page's form does, and refuses as it does. */
export function checked<S extends z.ZodType>(schema: S, typed: unknown): z.output<S> {
  const result = schema.safeParse(typed);
  if (result.success) return result.data;
  const fields = new Map<string, string[]>();
  for (const { path, message } of result.error.issues) {
    const field = String(path[0] ?? "");
    if (!fields.has(field)) fields.set(field, [message]);
  }
  throw new AppError("invalid", "check_fields", Object.fromEntries(fields));
}

const noAdministrator =
  "Nobody administers this server yet. Make somebody an administrator first: " +
  "npm run carillon -- account create EMAIL --handle HANDLE --role administrator";

async function administrator(ctx: Context, as?: string | boolean): Promise<Context> {
  const account = typeof as === "string" ? await getAccountByEmail(ctx, as) : await findAdministrator(ctx);
  if (!account) throw new Error(noAdministrator);
  authorize(account.role === "administrator");
  return { ...ctx, actor: { kind: "account", accountId: account.id, role: "administrator" } };
}

async function told<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof AppError ? new Error(sentences(error).join("\n")) : error;
  });
}

function sentences({ reason, fieldErrors }: AppError): string[] {
  const fields = Object.entries(fieldErrors).map(
    ([field, reasons]) => `${field}: ${reasons.map(sentenceOf).join(" ")}`,
  );
  return fields.length > 0 ? fields : [sentenceOf(reason)];
}

/** As pages say it, but for what speaks to whoever it happens to. */
function sentenceOf(reason: string): string {
  const known: Record<string, string> = { ...messagesFor("en").refusals, ...toOperators };
  return known[reason] ?? reason;
}

const toOperators = {
  account_not_found: "There is no account with this address.",
  account_is_locked: "This account is locked: open it first.",
  account_not_confirmed:
    "This address is not confirmed yet: its owner has to open the link in the mail first.",
  last_administrator: "This is the only administrator: make somebody else one first.",
  not_allowed: "This is for administrators, and that account is none.",
};
