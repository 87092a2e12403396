import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { refuseSuspended } from "@/lib/instance/domain-policy";
import type { Received } from "../activity";
import { parseDocument } from "../fetch/parse";
import { claimedKey } from "../signature/read";
import type { SignedRequest } from "../signature/signed-request";
import { verifyRequest } from "../signature/verify";
import { domainOf, isOurs, isSameOrigin } from "../uris";
import { type Envelope, envelopeOf } from "./envelope";
import { enqueueFarewell, findLiving, isFarewell } from "./farewell";
import { enqueueForwarded } from "./forwarded";
import { countOne, handedOn, hasRoom, takenIn } from "./limits";
import { storeReceived } from "./store";

/** What the sender is told; `reason` is a slug. 202: taken in, or of no use to anybody here. */
export type Answer = { status: 202 | 400 | 401 | 403 | 429 | 503; reason: string };

const accepted: Answer = { status: 202, reason: "" };
const tooMuch: Answer = { status: 429, reason: "too_much_at_once" };

/** Bytes are kept for days: what is longer counts as several. */
const PART = 16 * 1024;

/** Refuses with `server_suspended` what is signed with a key of a suspended server, before anything of it is read. */
export async function refuseKnock(ctx: Context, headers: Pick<Headers, "get">): Promise<void> {
  const keyUri = claimedKey(headers);
  if (!keyUri) throw new AppError("unauthenticated", "signature_missing");
  await refuseSuspended(ctx.db, domainOf(keyUri));
}

/**
 * Takes in what another server sends. Nothing is believed but what its actor signed; an activity that somebody else hands
 * on is asked for at its own server instead. All of it is stored, with the job that handles it, or nothing.
 */
export async function receive(ctx: Context, request: SignedRequest & { body: Uint8Array }): Promise<Answer> {
  const document = parseDocument(request.body);
  const envelope = document && envelopeOf(document, request.body);
  if (!envelope) return { status: 400, reason: "activity_not_readable" };
  const { activity } = envelope;
  await refuseSuspended(ctx.db, domainOf(activity.actor));
  // Large servers tell everybody of every account that is deleted: whoever was never heard of here is asked nothing.
  if (isFarewell(activity) && !(await findLiving(ctx, activity.actor))) return accepted;

  const verified = await verifyRequest(ctx, request);
  if ("refusal" in verified) return refuse(ctx, activity, verified.refusal);
  const domain = domainOf(verified.signer);
  await refuseSuspended(ctx.db, domain);
  if (!hasRoom(takenIn, domain, ctx.now)) return tooMuch;
  for (let size = 0; size <= request.body.length; size += PART) countOne(takenIn, domain, ctx.now);
  return take(ctx, envelope, verified.signer);
}

async function take(ctx: Context, envelope: Envelope, signer: string): Promise<Answer> {
  const { activity } = envelope;
  if (isOurs(activity.actor)) return accepted;
  if (!isSameOrigin(activity.id, activity.actor)) return { status: 403, reason: "id_of_another_server" };
  if (signer === activity.actor) await storeReceived(ctx, envelope);
  else if (!hasRoom(handedOn, domainOf(signer), ctx.now)) return tooMuch;
  else await handOn(ctx, activity, signer);
  return accepted;
}

function handOn(ctx: Context, activity: Received, signer: string): Promise<void> {
  countOne(handedOn, domainOf(signer), ctx.now);
  return enqueueForwarded(ctx, activity, signer);
}

async function refuse(ctx: Context, activity: Received, reason: string): Promise<Answer> {
  if (reason === "signer_unreachable") return { status: 503, reason };
  // Whoever deletes is often gone before it is read, and then nobody can say any more whose key it was.
  if (reason !== "signer_unknown" || activity.type !== "Delete") return { status: 401, reason };
  if (isFarewell(activity)) await enqueueFarewell(ctx, activity);
  return accepted;
}
