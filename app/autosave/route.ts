import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { keepTyped } from "@/lib/events/autosave";
import { requestContext } from "@/lib/web/context";
import { formEntries, typedValues } from "@/lib/web/form-state";
import { handler } from "@/lib/web/handler";
import { countAttempt, type Limit } from "@/lib/web/rate-limit";
import { assertSameOrigin } from "@/lib/web/security/origin";

/** One every three seconds for an hour and a half, which nobody types through. */
const autosaving: Limit = { name: "autosave", max: 1800, minutes: 60 };
const MOST_BYTES = 1_000_000;

const form = z.object({
  eventId: z.uuid(),
  version: z.coerce.number().int().default(0),
  as: z.string().max(30).optional(),
});

/** Keeps the form of an event as it is typed, without files. Answers 401 when the session has ended. */
export const POST = handler(async (request) => {
  assertSameOrigin(request);
  const bytes = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (!(bytes <= MOST_BYTES)) throw new AppError("invalid", "typed_too_much");
  const formData = await request.formData().catch(() => new FormData());
  const fields = form.safeParse(formEntries(formData));
  if (!fields.success) throw new AppError("invalid", "form_not_readable");
  const { eventId, version, as } = fields.data;
  const ctx = await requestContext(as);
  if (ctx.actor.kind !== "identity") throw new AppError("unauthenticated", "sign_in_first");
  await countAttempt(ctx, autosaving, ctx.actor.actorId);
  await keepTyped(ctx, { eventId, version, values: typedValues(formData) });
  return new Response(null, { status: 204 });
});
