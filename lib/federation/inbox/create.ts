import { objectOf } from "../import/believed";
import { takeObject } from "../import/take";
import type { Listener } from "./listener";

/** Somebody announces an event, or says something. */
export const onCreate: Listener = async (ctx, activity, sender) =>
  takeObject(ctx, await objectOf(ctx, activity, sender), { by: sender, audience: activity });
