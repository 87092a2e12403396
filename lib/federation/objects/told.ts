import type { ActorField, ActorRow } from "@/db/schema/actors";
import type { Comment } from "@/db/schema/comments";
import type { Event } from "@/db/schema/events";
import type { Media } from "@/db/schema/media";
import type { Place } from "@/db/schema/places";
import type { TextPicture } from "@/lib/media/sources";

/** Somebody as documents name them. `followers`: the id of that collection; null: not told. */
export type ToldFace = Pick<ActorRow, "id" | "uri" | "handle" | "domain" | "visibility"> & {
  followers: string | null;
};

/** An event with everything that other servers are told of it. */
export type ToldEvent = {
  event: Event;
  organizer: ToldFace;
  /** Those who host it with the organiser. */
  hosts: ToldFace[];
  /** Who can be asked, as far as everybody may open their page. */
  contacts: ToldFace[];
  place: Place | null;
  picture: Media | null;
  textPictures: TextPicture[];
  tags: string[];
  /** `taken`: places that are held; `going`: people who come. */
  taken: number;
  going: number;
  /** Whether this server lets people take part by e-mail at all. */
  takesMail: boolean;
};

/** An identity of this server, or its own actor, with what its document says. */
export type ToldActor = ActorRow & {
  avatar: Media | null;
  banner: Media | null;
  fields: Pick<ActorField, "name" | "value">[];
  key: { uri: string; publicPem: string };
};

/** A comment with what its document says. */
export type ToldComment = {
  comment: Comment;
  author: ToldFace;
  /** `isForFew`: its server shows it to a few only by now. */
  event: Pick<Event, "id" | "uri" | "slug" | "visibility"> & { isForFew: boolean };
  organizer: Pick<ToldFace, "id" | "uri">;
  /** What it answers, if that is a comment. */
  answered: { uri: string; authorUri: string } | null;
  mentions: Pick<ToldFace, "id" | "uri" | "handle" | "domain">[];
};
