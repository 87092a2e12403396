import * as z from "zod";
import type { Participation } from "@/db/schema/participations";

/** To whom hosts can speak, by the word in the form. */
export const audiences = ["going", "maybe", "waiting", "rejected"] as const;

export type Audience = (typeof audiences)[number];

/** Where its people stand. Those who cannot come, or left, are left in peace. */
export const statusesOf = {
  going: ["approved"],
  maybe: ["maybe"],
  waiting: ["pending", "waitlisted", "offered"],
  rejected: ["rejected"],
} as const satisfies Record<Audience, Participation["status"][]>;

/** A checkbox sent once is a text, several are a list. */
const listOf = (value: unknown) => (value === undefined ? [] : [value].flat());

export const announcementInput = z.object({
  eventId: z.uuid(),
  /** Chosen when the form was shown: sent twice, it is written once. */
  announcementId: z.uuid(),
  audience: z.preprocess(
    listOf,
    z.array(z.enum(audiences)).min(1, "choose_audience").max(audiences.length, "choose_audience"),
  ),
  subject: z.string().trim().max(150, "subject_too_long").default(""),
  body: z.string().trim().min(1, "message_missing").max(5000, "announcement_too_long"),
  /** A local time of the event's zone; empty: now. */
  sendAt: z.string().max(30).default(""),
});

export const announcementReference = z.object({ announcementId: z.uuid() });
