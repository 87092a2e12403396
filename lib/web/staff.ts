import { redirect } from "next/navigation";
import type { Actor, Context } from "@/lib/core/context";
import { signInPath } from "@/lib/core/paths";
import { accountContext } from "./context";
import { currentViewer } from "./viewer";

type AccountActor = Extract<Actor, { kind: "account" }>;
export type Staff = Context & { actor: AccountActor; zone: string };

/**
 * Whoever looks after the server and may see the page, acting as their account; null for everybody else, who is told
 * that there is no such page. Nobody at all is asked to sign in first.
 */
export async function staffFor(path: string, may: (actor: Actor) => boolean): Promise<Staff | null> {
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(path));
  const ctx = await accountContext();
  return may(ctx.actor) ? { ...ctx, zone: viewer.session.zone } : null;
}
