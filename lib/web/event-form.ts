import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { type eventFormInput, isPlaceSearch } from "@/lib/events/form-input";
import type { FormValues } from "./form-state";
import { answerPlaceSearch } from "./place-search";
import { saveForm } from "./saving";

/** Does what the form of an event was sent for: saves it, or looks for its place. Refuses like both. */
export async function answerEventForm(
  ctx: Context,
  input: z.output<typeof eventFormInput>,
  { typed, isNew }: { typed: FormValues; isNew: boolean },
) {
  if (isPlaceSearch(input)) return answerPlaceSearch(ctx, input, typed);
  const { eventId, intent, as: _, ...fields } = input;
  return saveForm(ctx, { eventId, isNew, intent }, { input: fields, typed });
}
