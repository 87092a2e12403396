import { env } from "@/lib/core/env";
import { paths, safePath } from "@/lib/core/paths";

/** The page of ours from which a form was sent, with its query; the front page if the browser does not tell. */
export function backPath(headers: Headers): string {
  const referer = headers.get("referer");
  if (!referer || !URL.canParse(referer)) return paths.front;
  const { origin, pathname, search } = new URL(referer);
  return origin === env().ORIGIN ? safePath(pathname + search) : paths.front;
}
