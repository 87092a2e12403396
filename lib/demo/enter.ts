import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { openSession } from "@/lib/accounts/session";
import type { Context } from "@/lib/core/context";
import { isDemo } from "@/lib/core/demo";
import { notFound } from "@/lib/core/errors";
import { type DemoRole, readyMadeEmail } from "./roles";

/** Signs whoever asks in as one of the ready-made people, without a password. Refuses with `no_demo` elsewhere. */
export async function enterDemo(ctx: Context, role: DemoRole, userAgent: string): Promise<string> {
  if (!isDemo()) throw notFound("no_demo");
  const email = readyMadeEmail(role);
  const [account] = await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  if (!account) throw notFound("no_demo");
  return openSession(ctx, account.id, userAgent);
}
