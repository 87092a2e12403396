import { isDemo } from "@/lib/core/demo";
import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { handler } from "@/lib/web/handler";

export const dynamic = "force-dynamic";

/** Addresses that say nothing to search engines: for members, secret, or without end. */
const closed = [
  "/my/",
  "/admin/",
  "/moderation/",
  "/api/",
  "/feeds/private/",
  paths.search,
  "/interact",
  paths.signIn,
  paths.signUp,
];

/** What search engines may read, and where the list of it is. */
export const GET = handler(async () => {
  const sitemap = `Sitemap: ${env().ORIGIN}${paths.sitemap}`;
  const told = [...closed.map((path) => `Disallow: ${path}`), "", sitemap];
  const lines = ["User-agent: *", ...(isDemo() ? ["Disallow: /"] : told)];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
});
