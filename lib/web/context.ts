import type { Actor, Context } from "@/lib/core/context";
import { connection } from "@/lib/core/database";
import { AppError } from "@/lib/core/errors";
import { currentViewer, type Viewer } from "./viewer";

/**
 * The context of this request. Signed-in people act as the identity they chose, or once as the one named by
 * `handle` ("Take part as…"), which must be theirs.
 */
export async function requestContext(handle?: string): Promise<Context> {
  return contextOf(await currentViewer(), handle);
}

type AccountContext = Context & { actor: Extract<Actor, { kind: "account" }> };

/** For what an account does about itself. Refuses with `sign_in_first`. */
export async function accountContext(): Promise<AccountContext> {
  const viewer = await currentViewer();
  if (!viewer) throw new AppError("unauthenticated", "sign_in_first");
  const { accountId, role } = viewer.session;
  return { ...contextOf(null), actor: { kind: "account", accountId, role } };
}

function contextOf(viewer: Viewer | null, handle?: string): Context {
  return { db: connection().db, actor: actorOf(viewer, handle), now: new Date() };
}

function actorOf(viewer: Viewer | null, handle: string | undefined): Actor {
  if (!viewer || isSuspended(viewer)) return { kind: "anonymous" };
  if (!handle) return { kind: "identity", actorId: viewer.identity.id };
  const identity = viewer.identities.find((own) => own.handle === handle);
  if (!identity) throw new AppError("forbidden", "not_your_identity");
  return { kind: "identity", actorId: identity.id };
}

/** They have no identity but such as moderators took out of sight: they read, and act as nobody. */
export function isSuspended(viewer: Viewer | null): boolean {
  return Boolean(viewer?.identity.suspendedAt);
}
