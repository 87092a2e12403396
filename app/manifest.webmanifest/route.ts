import { ourAccents, pageColors } from "@/lib/core/look/accent";
import { bellPath, iconPath } from "@/lib/core/look/paths";
import { handler } from "@/lib/web/handler";
import { readInstanceFrame } from "@/lib/web/instance-reading";

export const dynamic = "force-dynamic";

/** What phones ask for when somebody puts the server on their home screen (W3C, Web Application Manifest). */
export const GET = handler(async () => {
  const { name, look } = await readInstanceFrame();
  const icons = look.icon
    ? ([192, 512] as const).map((size) => ({
        src: iconPath(look.icon!, size),
        sizes: `${size}x${size}`,
        type: "image/png",
      }))
    : [{ src: bellPath(look), sizes: "any", type: "image/svg+xml" }];
  const manifest = {
    name,
    start_url: "/",
    display: "browser",
    background_color: pageColors.light.paper,
    theme_color: look.accentLight ?? ourAccents.light,
    icons,
  };
  return Response.json(manifest, {
    headers: { "Content-Type": "application/manifest+json", "Cache-Control": "public, max-age=3600" },
  });
});
