import type { ActorRow } from "@/db/schema/actors";
import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import type { Activity } from "../activity";
import { activityUri } from "../uris";
import { nonceOf } from "./nonce";

type Named = { uri: string };

/** An answer to an event, and between whom it goes. */
export type AnswerParties = {
  event: Pick<Event, "uri">;
  organizer: Pick<ActorRow, "uri">;
  participant: Pick<ActorRow, "uri">;
  participation: Pick<Participation, "uri" | "said" | "status" | "offerEndsAt" | "reason">;
};

/** Why somebody hears of it now: the same cause is told once. */
type Cause = { cause: string | number };

/** One of ours wants to come to an event elsewhere. `hosts`: whoever announces it; nobody else hears of it. */
export function joinActivity(
  {
    event,
    participant,
    participation,
  }: Omit<AnswerParties, "organizer" | "participation"> & {
    participation: Pick<Participation, "uri" | "message" | "createdAt">;
  },
  { hosts }: { hosts: Named[] },
): Activity {
  const { uri: id, message, createdAt } = participation;
  return {
    id,
    type: "Join",
    actor: participant.uri,
    object: event.uri,
    ...(message && { participationMessage: message }),
    published: createdAt.toISOString(),
    to: hosts.map(({ uri }) => uri),
  };
}

/** By one id of theirs somebody comes once, and leaves once. */
const onceOnly: string[] = ["Leave", "Accept"];

/** They take their yes back, where no Leave is known. */
export function undoAcceptActivity(
  { event, participant, uri }: { event: Named; participant: Named; uri: string },
  report: Report,
): Activity {
  const { to, published, ...object } = reportActivity("Accept", { event, participant, uri }, report);
  return { id: activityUri(uri, "undo"), type: "Undo", actor: participant.uri, object, published, to };
}

type Report = { hosts: Named[]; at: Date; cause: string | number };

/**
 * One of ours answers an event elsewhere otherwise: they may come, do not, or take back what they said; or, where no Join
 * is known, they come.
 */
export function reportActivity(
  type: "Leave" | "Accept" | "TentativeAccept" | "Reject",
  { event, participant, uri }: { event: Named; participant: Named; uri: string },
  { hosts, at, cause }: Report,
): Activity {
  return {
    id: activityUri(uri, type.toLowerCase(), onceOnly.includes(type) ? "" : nonceOf(uri, cause)),
    type,
    actor: participant.uri,
    object: event.uri,
    published: at.toISOString(),
    to: hosts.map(({ uri: host }) => host),
  };
}

/**
 * What somebody elsewhere is told of their answer to one of our events: they are in, in line, offered a place until
 * then, waiting again, or refused. `standing` is for other Carillons. What they sent stands in it as it came.
 */
export function answerActivity(
  type: "Accept" | "TentativeAccept" | "Reject",
  parties: AnswerParties,
  { cause, standing = parties.participation.status }: Cause & { standing?: Standing },
): Activity {
  const { event, organizer, participant, participation } = parties;
  const { offerEndsAt, reason } = participation;
  return {
    id: activityUri(event.uri, type.toLowerCase(), nonceOf(participation.uri, cause)),
    type,
    actor: organizer.uri,
    object: quoted(parties),
    ...(type !== "Accept" && standing !== "rejected" && { standing }),
    ...(type === "TentativeAccept" && offerEndsAt && { endTime: offerEndsAt.toISOString() }),
    ...(type === "Reject" && reason && { content: reason, mediaType: "text/plain" }),
    to: [participant.uri],
  };
}

type Standing = Participation["status"] | "lapsed";

/** The event takes no answers here: FEP-8a8e wants that said of each Join, by its id. */
export function ignoreActivity(
  {
    event,
    organizer,
    participant,
    joinUri,
  }: Record<"event" | "organizer" | "participant", Named> & { joinUri: string },
  { cause }: Cause,
): Activity {
  return {
    id: activityUri(event.uri, "ignore", nonceOf(joinUri, cause)),
    type: "Ignore",
    actor: organizer.uri,
    object: joinUri,
    to: [participant.uri],
  };
}

/** Friendica, Hubzilla and Gathio accept the event itself where others join it. */
const quotedTypes = {
  join: "Join",
  accept: "Accept",
  tentative: "TentativeAccept",
  reject: "Reject",
  leave: "Join",
};

function quoted({ event, participant, participation }: AnswerParties): Activity {
  const type = quotedTypes[participation.said ?? "join"];
  return { id: participation.uri, type, actor: participant.uri, object: event.uri };
}
