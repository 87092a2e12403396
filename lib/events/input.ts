import * as z from "zod";
import { categories } from "./categories";
import { placeFields } from "./place-input";
import { foldTag } from "./tag";

/** What <input type="datetime-local"> sends; empty when nothing was chosen. */
const localTime = z
  .string()
  .trim()
  .regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00)?)?$/, "time_not_valid")
  .transform((text) => text.slice(0, 16));

const capacity = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, "capacity_not_valid")
  .transform((text) => (text === "" ? null : Number(text)))
  .refine((places) => places === null || places > 0, "capacity_not_valid");

const tags = z
  .string()
  .max(600, "tags_too_long")
  .transform(splitTags)
  .refine((list) => list.length <= 10, "too_many_tags")
  .refine((list) => list.every((tag) => tag.length >= 2 && tag.length <= 40), "tag_length");

const webAddress = z
  .string()
  .trim()
  .max(2000, "url_not_valid")
  .refine((text) => text === "" || isWebAddress(text), "url_not_valid");

const optionalFile = z
  .custom<File>((value) => value === undefined || value instanceof Blob)
  .optional()
  .transform((file) => (file && file.size > 0 ? file : undefined));

/**
 * Everything an organiser can type about an event. A draft may leave all of it open; what publishing
 * needs is asked by `publishEvent`.
 */
export const eventInput = z.object({
  title: z.string().trim().max(200, "title_too_long"),
  description: z.string().trim().max(20_000, "description_too_long"),
  startsAt: localTime,
  endsAt: localTime,
  zone: z.string().max(60, "zone_not_valid"),
  ...placeFields,
  onlineUrl: webAddress,
  category: z.enum(categories, "category_not_valid"),
  tags,
  joinMode: z.enum(["free", "approval", "none"], "choose_one"),
  capacity,
  visibility: z.enum(["public", "unlisted"], "choose_one"),
  picture: optionalFile,
  pictureAlt: z.string().trim().max(1000, "alt_too_long"),
});

export type EventInput = z.output<typeof eventInput>;

/** The form of an event together with what is to be done with it. */
export const savingInput = eventInput.extend({
  eventId: z.uuid(),
  intent: z.enum(["draft", "preview", "publish", "save"]),
  /** Of the event that the form was opened with. */
  version: z.coerce.number().int().optional(),
  /** Handle of the identity that acts. */
  as: z.string().max(30).optional(),
});

export const eventReference = z.object({ eventId: z.uuid() });

function splitTags(text: string): string[] {
  const words = text.split(/[,;\n]/).map(foldTag);
  return [...new Set(words.filter(Boolean))];
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}
