import * as z from "zod";
import { plainText } from "@/lib/core/text/plain-text";
import { fileReport } from "@/lib/moderation/report/file";
import { findThing, type Thing } from "@/lib/moderation/report/thing";
import { idsIn } from "../read";
import { isOurs } from "../uris";
import { handled, ignored, type Listener, unknown } from "./listener";

const flag = z.looseObject({ content: z.string().max(100_000).catch("") });

/** What one Flag can be about: Mastodon sends every status that somebody ticked. */
const MOST_THINGS = 20;
const MOST_WORDS = 3000;

/**
 * Another server asks us to look at something of ours: a report by its actor, as any other. It names whom it is about
 * and the things; without things, the identity itself is it.
 */
export const onFlag: Listener = async (ctx, activity) => {
  const read = flag.safeParse(activity);
  if (!read.success) return unknown("not_readable");
  const things: Thing[] = [];
  for (const uri of idsIn(activity.object).filter(isOurs).slice(0, MOST_THINGS)) {
    const thing = await findThing(ctx, { uri });
    if (thing) things.push(thing);
  }
  const said = things.filter(({ kind }) => kind !== "identity");
  const about = said.length > 0 ? said : things.slice(0, 1);
  if (about.length === 0) return ignored("nothing_of_ours");
  const words = plainText(read.data.content).slice(0, MOST_WORDS);
  for (const { uri } of about) await fileReport(ctx, { uri }, { category: "other", words });
  return handled;
};
