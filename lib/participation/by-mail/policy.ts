import type { ActorRow } from "@/db/schema/actors";
import type { Event } from "@/db/schema/events";
import type { InstanceSettings } from "@/lib/instance/settings";

type Asked = {
  event: Pick<Event, "isOpenToMail" | "joinMode">;
  organizer: Pick<ActorRow, "domain">;
  settings: Pick<InstanceSettings, "mailParticipation">;
};

/**
 * Whether people without an account may answer the event by e-mail: its hosts and the administrators let them, and it
 * is announced here, not on another server.
 */
export function canRegisterByMail({ event, organizer, settings }: Asked): boolean {
  const isJoinedHere = event.joinMode === "free" || event.joinMode === "approval";
  return settings.mailParticipation && event.isOpenToMail && isJoinedHere && organizer.domain === null;
}
