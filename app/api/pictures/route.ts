import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { pictureAddress } from "@/lib/core/text/text-pictures";
import { uploadTextPicture } from "@/lib/events/upload-picture";
import { requestContext } from "@/lib/web/context";
import { formOf, handler } from "@/lib/web/handler";
import { countAttempt, type Limit } from "@/lib/web/rate-limit";
import { assertSameOrigin } from "@/lib/web/security/origin";

const uploading: Limit = { name: "text picture", max: 100, minutes: 60 };
/** Ten megabytes of picture, and the form around it. */
const MOST_BYTES = 11 * 1024 * 1024;

const form = z.object({
  eventId: z.uuid(),
  as: z.string().max(30).optional(),
  picture: z.custom<File>((value) => value instanceof Blob),
  pictureAlt: z.string().max(1000).default(""),
});

/** Takes a picture for the text of an event while that is written. Answers 401 when the session has ended. */
export const POST = handler(async (request) => {
  assertSameOrigin(request);
  const bytes = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (!(bytes <= MOST_BYTES)) throw new AppError("invalid", "picture_too_large");
  if ((await requestContext()).actor.kind !== "identity")
    throw new AppError("unauthenticated", "sign_in_first");
  const { as, eventId, picture: file, pictureAlt: alt } = await formOf(request, form);
  const ctx = await requestContext(as || undefined);
  if (ctx.actor.kind === "identity") await countAttempt(ctx, uploading, ctx.actor.actorId);
  const { name } = await uploadTextPicture(ctx, { eventId, file, alt, field: "picture" });
  return Response.json({ name, address: pictureAddress(name) }, { headers: { "cache-control": "no-store" } });
});
