import type { Event } from "@/db/schema/events";
import type { RemoteEvent } from "@/db/schema/remote-events";
import { allowedUrl } from "@/lib/core/net/allowed-url";
import { takesYesAsGiven } from "@/lib/participation/rules";
import type { Document } from "../activity";
import { documentIn } from "../read";
import { countIn } from "./read-text";

type Joining = Pick<Event, "joinMode" | "externalJoinUrl">;

/** Software whose events take a Join even where they do not say how; others take a yes. */
const joinable = ["mobilizon", "carillon"];

/** How people take part, in words of Mobilizon; `software` of its server, empty where it is not known. */
export function readJoining(document: Document, software: string): Joining {
  const externalJoinUrl = joinUrlIn(document.externalParticipationUrl);
  const joinMode = document.joinMode;
  if (joinMode === "external" && externalJoinUrl) return { joinMode: "external", externalJoinUrl };
  const here = { free: "free", restricted: "approval" } as const;
  if (joinMode === "free" || joinMode === "restricted")
    return { joinMode: here[joinMode], externalJoinUrl: "" };
  const isJoinable =
    (joinMode === undefined || joinMode === null) &&
    (joinable.includes(software) || takesYesAsGiven(software));
  return { joinMode: isJoinable ? "free" : "none", externalJoinUrl: "" };
}

/** How many come, as its own server counts; 0 places are as many as come. */
export function readCounts(document: Document) {
  const attendees = documentIn(document.attendees);
  return {
    capacity: countIn(document.maximumAttendeeCapacity) || null,
    participantCount: countIn(document.participantCount) ?? countIn(attendees?.totalItems),
    remainingCapacity: countIn(document.remainingAttendeeCapacity),
  } satisfies Partial<RemoteEvent>;
}

/** Whether and how people may say something; who looks first there is none of our business. */
export function readCommentsPolicy(document: Document): Event["commentsPolicy"] {
  const isClosed =
    document.repliesModerationOption === "closed" ||
    (typeof document.repliesModerationOption !== "string" && document.commentsEnabled === false);
  return isClosed ? "closed" : "open";
}

function joinUrlIn(value: unknown): string {
  if (typeof value !== "string" || value.length > 2000) return "";
  return allowedUrl(value.trim())?.href ?? "";
}
