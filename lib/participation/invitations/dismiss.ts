import { type Context, inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { markAnswered } from "./invited";

/** The identity that was asked wants to hear no more of it; nobody is told. Repeating it is harmless. */
export async function dismissInvitation(ctx: Context, eventId: string): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "identity") throw new AppError("unauthenticated", "sign_in_first");
  await inTransaction(ctx, (tx) => markAnswered(tx, eventId, [actor.actorId]));
}
