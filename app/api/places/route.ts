import { asLocale } from "@/lib/core/locale";
import { requestContext } from "@/lib/web/context";
import { handler } from "@/lib/web/handler";
import { lookForPlaces } from "@/lib/web/place-search";

/** Places for the event's form, while somebody types (`typing`) or after a click: for signed-in people only. */
export const GET = handler(async (request) => {
  const { searchParams } = new URL(request.url);
  const found = await lookForPlaces(await requestContext(), (searchParams.get("q") ?? "").slice(0, 200), {
    locale: asLocale(searchParams.get("lang")),
    isTyping: searchParams.has("typing"),
  });
  return Response.json(found, { headers: { "cache-control": "no-store" } });
});
