import type { z } from "zod";
import { coarseDegrees } from "@/lib/core/coarse";
import type { Context } from "@/lib/core/context";
import { cleanLine } from "@/lib/core/text/clean";
import { updateInstance } from "../settings";
import type { eventRulesInput, retentionInput, sourcesInput } from "./input";

/** Administrators decide who announces events here, and how large pictures may be. What is announced stays. */
export function setEventRules(ctx: Context, input: z.output<typeof eventRulesInput>): Promise<void> {
  return updateInstance(ctx, input);
}

/** Administrators decide when things are forgotten. What is older than that goes at the next sweep. */
export function setRetention(ctx: Context, input: z.output<typeof retentionInput>): Promise<void> {
  return updateInstance(ctx, input);
}

/** Administrators decide who learns which maps people look at, and which addresses they look for. */
export function setSources(ctx: Context, input: z.output<typeof sourcesInput>): Promise<void> {
  return updateInstance(ctx, { ...input, mapAttribution: cleanLine(input.mapAttribution) });
}

type DefaultPlace = {
  zone: string | null;
  place: { name: string; latitude: number; longitude: number; km: number } | null;
};

/** Administrators say where the people of this server are, to a tenth of a degree, and by which clock they live. */
export function setDefaultPlace(ctx: Context, { zone, place }: DefaultPlace): Promise<void> {
  const coarse = place && {
    name: cleanLine(place.name),
    latitude: coarseDegrees(place.latitude),
    longitude: coarseDegrees(place.longitude),
    km: place.km,
  };
  return updateInstance(ctx, { defaultZone: zone, defaultPlace: coarse });
}
