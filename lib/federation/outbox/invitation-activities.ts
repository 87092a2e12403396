import type { ActorRow } from "@/db/schema/actors";
import type { EventInvitation } from "@/db/schema/event-invitations";
import { asLocale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { escapeXml } from "@/lib/core/text/xml";
import type { Activity, Document } from "../activity";
import { eventDocument } from "../objects/event";
import { known, momentText } from "../objects/known";
import { summaryHtml } from "../objects/summary";
import { inLanguage } from "../objects/text";
import type { ToldEvent } from "../objects/told";
import { tombstone } from "../objects/tombstone";
import { activityUri } from "../uris";
import { addressed } from "./direct-note";

/** Somebody of another server who was asked to come, by whom, and to what. */
export type Asking = {
  told: ToldEvent;
  invitation: Pick<EventInvitation, "uri" | "createdAt">;
  inviter: Pick<ActorRow, "uri" | "name">;
  guest: Pick<ActorRow, "uri" | "handle" | "domain">;
};

/** Hubzilla, Friendica and other Carillons read it. It carries the event, which they may not have. */
export function inviteActivity({ told, invitation, inviter, guest }: Asking): Activity {
  return {
    id: invitation.uri,
    type: "Invite",
    actor: inviter.uri,
    object: eventDocument(told),
    target: guest.uri,
    to: [guest.uri],
    published: momentText(invitation.createdAt),
  };
}

/** For everybody else: words with the link, for their eyes alone. */
export function invitationNote({ told, invitation, inviter, guest }: Asking): Document {
  const { event } = told;
  const t = translator(asLocale(event.language), "federation");
  const link = `<a href="${escapeXml(event.uri)}">${escapeXml(event.title)}</a>`;
  const words = escapeXml(t("invited", { name: inviter.name }));
  const note = known({
    type: "Note",
    id: invitation.uri,
    actor: inviter.uri,
    attributedTo: inviter.uri,
    url: event.uri,
    content: `<p>${words}<br><strong>${link}</strong></p>${summaryHtml(told)}`,
    mediaType: "text/html",
    published: momentText(invitation.createdAt),
  });
  const toThem = addressed(note, guest, NOTE);
  return { ...toThem, ...inLanguage(event.language, { content: String(toThem.content) }) };
}

const NOTE = "note";

type TakenBack = { uri: string; inviter: { uri: string }; guest: { uri: string } };

/** What nobody has answered is asked no more. */
export function undoInviteActivity({
  uri,
  inviter,
  guest,
  event,
}: TakenBack & { event: { uri: string } }): Activity {
  return {
    id: activityUri(uri, "undo"),
    type: "Undo",
    actor: inviter.uri,
    object: { id: uri, type: "Invite", actor: inviter.uri, object: event.uri, target: guest.uri },
    to: [guest.uri],
  };
}

/** The same where they were asked in words. */
export function deleteWordsActivity({ uri, inviter, guest }: TakenBack): Activity {
  const id = `${uri}/${NOTE}`;
  return {
    id: activityUri(id, "delete"),
    type: "Delete",
    actor: inviter.uri,
    to: [guest.uri],
    object: tombstone(id, "Note"),
  };
}
