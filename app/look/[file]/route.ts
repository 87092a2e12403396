import { connection } from "@/lib/core/database";
import { notFound } from "@/lib/core/errors";
import { bellNamed } from "@/lib/core/look/bell";
import { stylesheetNamed } from "@/lib/core/look/stylesheet";
import { findLookPicture } from "@/lib/media/look/find-picture";
import { handler } from "@/lib/web/handler";

const pictureShape = /^(logo|logo-dark|icon-\d{2,3})-([0-9a-f]{20})\.png$/;

/** How the server looks: its colours, logo and icons. Nothing ever changes under its name. */
export const GET = handler<{ file: string }>(async (_request, { file }) => {
  const stylesheet = stylesheetNamed(file);
  if (stylesheet) return answer(stylesheet, "text/css; charset=utf-8");
  const bell = bellNamed(file);
  if (bell) return answer(bell, "image/svg+xml");
  const [, name, digest] = pictureShape.exec(file) ?? [];
  const picture = name && digest ? await findLookPicture(connection().db, name, digest) : null;
  if (!picture) throw notFound("picture_unknown");
  return answer(new Uint8Array(picture), "image/png");
});

function answer(body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(body, {
    headers: { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" },
  });
}
