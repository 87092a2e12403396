import * as z from "zod";
import type { OwnPair } from "./metadata";
import { commentPauses } from "./rules";
import { foldTag } from "./tag";

/** What <input type="datetime-local"> sends; empty when nothing was chosen. */
export const localTime = z
  .string()
  .trim()
  .regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00)?)?$/, "time_not_valid")
  .transform((text) => text.slice(0, 16));

/** Null: as many as come. */
export const capacity = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, "capacity_not_valid")
  .transform((text) => (text === "" ? null : Number(text)))
  .refine((places) => places === null || places > 0, "capacity_not_valid");

/** Words, separated by commas. */
export const tags = z
  .string()
  .max(600, "tags_too_long")
  .transform((text) => [
    ...new Set(
      text
        .split(/[,;\n]/)
        .map(foldTag)
        .filter(Boolean),
    ),
  ])
  .refine((list) => list.length <= 10, "too_many_tags")
  .refine((list) => list.every((tag) => tag.length >= 2 && tag.length <= 40), "tag_length");

/** An address of the web, or nothing. */
export const webAddress = z
  .string()
  .trim()
  .max(2000, "url_not_valid")
  .refine((text) => text === "" || isWebAddress(text), "url_not_valid")
  .default("");

/** Handles of this server, with or without the sign before them. */
export const handles = z
  .string()
  .max(400, "too_many_contacts")
  .transform((text) => [
    ...new Set(
      text
        .split(/[\s,;]+/)
        .map(handleIn)
        .filter(Boolean),
    ),
  ])
  .refine((list) => list.length <= 10, "too_many_contacts")
  .refine((list) => list.every((handle) => /^[a-z0-9_]{1,30}$/.test(handle)), "contact_unknown")
  .default([]);

/** "Dress code: something warm", one a line. */
export const ownPairs = z
  .string()
  .max(5000, "too_many_pairs")
  .transform((text) =>
    text
      .split("\n")
      .map(pairIn)
      .filter(({ title, value }) => title || value),
  )
  .refine((pairs) => pairs.length <= 10, "too_many_pairs")
  .refine((pairs) => pairs.every(({ title, value }) => title && value), "pair_not_whole")
  .refine(
    (pairs) => pairs.every(({ title, value }) => title.length <= 60 && value.length <= 250),
    "pair_too_long",
  )
  .default([]);

/** A box that is ticked: browsers send nothing for one that is not. */
export const ticked = z
  .string()
  .optional()
  .transform((text) => text !== undefined && text !== "");

/** A whole number within bounds, as sliders and number fields send it. */
export function numberWithin([least, most]: [number, number], reason: string, usual: number) {
  return z.coerce.number(reason).int(reason).min(least, reason).max(most, reason).default(usual);
}

export const commentsPause = z.coerce
  .number("choose_one")
  .refine((seconds) => commentPauses.includes(seconds), "choose_one")
  .default(0);

export const optionalFile = z
  .custom<File>((value) => value === undefined || value instanceof Blob)
  .optional()
  .transform((file) => (file && file.size > 0 ? file : undefined));

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}

function handleIn(text: string): string {
  return text.replace(/^@/, "").toLowerCase();
}

/** The colon of an address is none between a name and its text. */
function pairIn(line: string): OwnPair {
  const [, title, value] = /^(?!https?:)\s*([^:]*?)\s*:\s*(.*?)\s*$/i.exec(line) ?? [];
  return title === undefined ? { title: "", value: line.trim() } : { title, value: value ?? "" };
}
