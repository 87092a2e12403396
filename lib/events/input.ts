import * as z from "zod";
import { MOST_TEXT_PICTURES, pictureNamesIn } from "@/lib/core/text/text-pictures";
import * as parts from "./input-parts";
import { amenityFields, linkFields, wheelchairLevels } from "./metadata";
import { placeFields } from "./place-input";

/**
 * Everything an organiser can type about an event. A draft may leave all of it open; what publishing
 * needs is asked by `publishEvent`.
 */
export const eventInput = z.object({
  title: z.string().trim().max(200, "title_too_long"),
  description: z
    .string()
    .trim()
    .max(20_000, "description_too_long")
    .refine((text) => pictureNamesIn(text).length <= MOST_TEXT_PICTURES, "too_many_pictures"),
  language: z
    .string()
    .regex(/^(auto|[a-z]{2,3})$/, "choose_one")
    .default("auto"),
  startsAt: parts.localTime,
  endsAt: parts.localTime,
  zone: z.string().max(60, "zone_not_valid"),
  status: z.enum(["confirmed", "tentative", "postponed", "moved_online"], "choose_one").default("confirmed"),
  ...placeFields,
  isAddressHidden: parts.ticked,
  onlineUrl: parts.webAddress,
  phone: z
    .string()
    .trim()
    .max(200, "phone_not_valid")
    .refine((text) => text === "" || (text.length >= 3 && /\d/.test(text)), "phone_not_valid")
    .default(""),
  contacts: parts.handles,
  /** One of ours, or of the server's own: `checkCategory`. */
  category: z.string().trim().min(1, "category_not_valid").max(60, "category_not_valid"),
  tags: parts.tags,
  priceNote: z.string().trim().max(200, "price_too_long").default(""),
  ticketUrl: parts.webAddress,
  joinMode: z.enum(["free", "approval", "external", "none"], "choose_one"),
  externalJoinUrl: parts.webAddress,
  capacity: parts.capacity,
  guestsAllowed: parts.numberWithin([0, 20], "guests_not_valid", 0),
  guestList: z.enum(["everybody", "participants", "hosts", "hidden"], "choose_one").default("hosts"),
  /** Nobody can take part by e-mail alone. */
  needsAccount: parts.ticked,
  placesAside: parts.numberWithin([0, 999_999], "aside_not_valid", 0),
  waitlist: z.enum(["automatic", "offer", "manual", "closed"], "choose_one").default("automatic"),
  offerHours: parts.numberWithin([1, 336], "offer_hours_not_valid", 24),
  waitlistStopsHours: parts.numberWithin([0, 336], "stop_hours_not_valid", 0),
  retentionDays: parts.numberWithin([1, 730], "choose_one", 30),
  commentsPolicy: z.enum(["open", "moderated", "closed"], "choose_one").default("open"),
  commentsPauseSeconds: parts.commentsPause,
  visibility: z.enum(["public", "unlisted"], "choose_one"),
  picture: parts.optionalFile,
  pictureAlt: z.string().trim().max(1000, "alt_too_long"),
  /** Without scripts: a picture that is put at the end of the text. */
  textPicture: parts.optionalFile,
  textPictureAlt: z.string().trim().max(1000, "alt_too_long").default(""),
  focusX: parts.numberWithin([0, 100], "focus_not_valid", 50),
  focusY: parts.numberWithin([0, 100], "focus_not_valid", 50),
  wheelchair: z.enum(["", ...wheelchairLevels], "choose_one").default(""),
  ...fieldsOf(amenityFields, parts.ticked),
  ...fieldsOf(linkFields, parts.webAddress),
  pairs: parts.ownPairs,
});

export type EventInput = z.output<typeof eventInput>;

/** The form of an event together with what is to be done with it. */
export const savingInput = eventInput.extend({
  eventId: z.uuid(),
  /** "questions": a draft is saved, and what its guests are asked is next. */
  intent: z.enum(["draft", "preview", "questions", "publish", "schedule", "save"]),
  /** Of the event that the form was opened with. */
  version: z.coerce.number().int().optional(),
  /** When a draft publishes itself, in its zone; read for "schedule" alone. */
  publishAt: parts.localTime.optional(),
  /** The event that is announced again: a new one shows its picture. */
  copyOf: z.uuid().optional(),
  /** Handle of the identity that acts. */
  as: z.string().max(30).optional(),
});

export const eventReference = z.object({ eventId: z.uuid() });

function fieldsOf<Name extends string, Schema>(names: Name[], schema: Schema): Record<Name, Schema> {
  return Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>;
}

/** Of which servers the events are that somebody looks at. */
export const feedSources = ["all", "here", "elsewhere"] as const;
export type FeedSource = (typeof feedSources)[number];
