import { audienceFor, objectOf } from "../import/believed";
import { takeObject } from "../import/take";
import type { Listener } from "./listener";

/** Somebody announces an event, or says something. */
export const onCreate: Listener = async (ctx, activity, sender) => {
  const document = await objectOf(ctx, activity, sender);
  return takeObject(ctx, document, { by: sender, audience: audienceFor(document, activity, sender) });
};
