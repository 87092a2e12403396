import { and, eq, gt, or, sql } from "drizzle-orm";
import type { ActorRow } from "@/db/schema/actors";
import { eventInvitations } from "@/db/schema/event-invitations";
import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { inviteToEvent } from "@/lib/participation/invitations/invite";
import { takeInvitationBack } from "@/lib/participation/invitations/take-back";
import type { Document, Received } from "../activity";
import { objectOf } from "../import/believed";
import { findEventByUri, importEvent } from "../import/event";
import { hasBroughtEnough } from "../import/wanted";
import { documentIn, idIn, idsIn, typesOf } from "../read";
import { domainOf, isOurs } from "../uris";
import { onCreate } from "./create";
import { findActorHere } from "./follow";
import { handled, type Listener, type Outcome, refused, unknown } from "./listener";

/** How many of ours one activity asks: a host who means more sends more. */
const MOST_AT_ONCE = 10;

/** How often somebody here is asked within a day by people elsewhere. */
const MOST_A_DAY = 30;

/**
 * A host elsewhere asks people of this server to come; what they ask to is kept, for those who have its address. One that
 * names nobody here announces an event (Hubzilla). To groups, as Mobilizon does, nobody is asked yet, nor to host.
 */
export const onInvite: Listener = async (ctx, activity, sender) => {
  const uri = idIn(activity.object);
  if (!uri) return unknown("object_not_readable");
  const asked = inviteesIn(activity);
  if (asked.length === 0) return onCreate(ctx, activity, sender);
  if (isOurs(uri)) return unknown("not_to_ours");
  const invitees = (await Promise.all(asked.map((one) => findActorHere(ctx, one)))).filter(
    (one) => one !== null,
  );
  if (invitees.length === 0) return refused("invitee_unknown");
  const event = (await findEventByUri(ctx, uri)) ?? (await bring(ctx, activity, sender));
  if (!event) return unknown("not_an_event");
  return ask(ctx, event, { activity, invitees });
};

/** A host elsewhere takes back what nobody answered. */
export const onUndoInvite: Listener = async (ctx, activity, sender) => {
  const uri = idIn(activity.object);
  if (!uri) return unknown("object_not_readable");
  const isMeant = or(
    eq(eventInvitations.uri, uri),
    sql`starts_with(${eventInvitations.uri}, ${partOf(uri, "")})`,
  );
  const invitations = await ctx.db
    .select()
    .from(eventInvitations)
    .where(and(eq(eventInvitations.invitedById, sender.id), isMeant));
  for (const invitation of invitations) await takeInvitationBack(ctx, invitation);
  return invitations.length > 0 ? handled : refused("invitation_not_found");
};

/** Those of ours whom it names: as its target, or, where it has none, by whom it is addressed to. */
function inviteesIn({ target, to }: Received): string[] {
  return idsIn(target ?? to)
    .filter(isOurs)
    .slice(0, MOST_AT_ONCE);
}

/** Null for what is no event. Nobody else finds it, unless somebody here follows who announces it. */
async function bring(ctx: Context, activity: Received, sender: ActorRow): Promise<Event | null> {
  const document = await objectOf(ctx, activity, sender);
  if (!typesOf(document).includes("Event")) return null;
  if (!announces(document, sender)) throw new AppError("forbidden", "not_host");
  if (await hasBroughtEnough(ctx, domainOf(String(document.id)))) throw conflict("too_many_today");
  return importEvent(ctx, document, { audience: activity, isUnlisted: true });
}

/** What strangers would like to be known here is not even kept. */
function announces({ attributedTo, actor, organizers }: Document, { uri }: ActorRow): boolean {
  const hosts = documentIn(organizers);
  return [attributedTo, actor, hosts?.orderedItems, hosts?.items].some((one) => idsIn(one).includes(uri));
}

type Asking = { activity: Received; invitees: ActorRow[] };

/** Each by themselves: who may not be asked hinders nobody. Refuses only if none was. */
async function ask(ctx: Context, event: Event, { activity, invitees }: Asking): Promise<Outcome> {
  let became: Outcome = handled;
  let isAsked = false;
  for (const invitee of invitees) {
    try {
      await requireFew(ctx, invitee);
      const uri = invitees.length === 1 ? activity.id : partOf(activity.id, invitee.handle);
      await inviteToEvent(ctx, { eventId: event.id, invitee: { handle: invitee.handle }, uri });
      isAsked = true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      became = refused(error.fieldErrors.whom?.[0] ?? error.reason);
    }
  }
  return isAsked ? handled : became;
}

/** One id stands for one invitation: where an activity asks several, for each of them. */
function partOf(uri: string, handle: string): string {
  return `${uri}#${handle}`;
}

async function requireFew({ db, now }: Context, { id }: ActorRow): Promise<void> {
  const { actorId, createdAt } = eventInvitations;
  const today = and(eq(actorId, id), gt(createdAt, new Date(now.getTime() - 86_400_000)));
  if ((await db.$count(eventInvitations, today)) >= MOST_A_DAY) throw conflict("too_many_today");
}
