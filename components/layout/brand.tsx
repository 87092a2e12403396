import { logoPath } from "@/lib/core/look/paths";
import type { InstanceLook } from "@/lib/instance/frame";
import type { Theme } from "./footer";
import { Logo } from "./logo";

type BrandProps = { siteName: string; look: InstanceLook; theme: Theme };

/** A logo this much wider than high holds the name of the server already. */
const SPEAKING_RATIO = 2;

/** Whose server this is, on the way to its front page. */
export function Brand({ siteName, look, theme }: BrandProps) {
  const logo = look.logo ?? look.logoDark;
  const saysName = logo !== null && logo.width >= SPEAKING_RATIO * logo.height;
  return (
    <a className="brand" href="/">
      {logo ? <OwnLogo look={look} theme={theme} alt={saysName ? siteName : ""} /> : <Logo />}
      {!saysName && <span className="brand-name">{siteName}</span>}
    </a>
  );
}

/** The light one stands for the dark one where there is none, and the other way round. */
function OwnLogo({ look, theme, alt }: { look: InstanceLook; theme: Theme; alt: string }) {
  const light = look.logo && { ...look.logo, src: logoPath(look.logo, "light") };
  const dark = look.logoDark && { ...look.logoDark, src: logoPath(look.logoDark, "dark") };
  const shown = (theme === "dark" ? dark : light) ?? light ?? dark!;
  return (
    <picture>
      {theme === "system" && light && dark && (
        <source
          media="(prefers-color-scheme: dark)"
          srcSet={dark.src}
          width={dark.width}
          height={dark.height}
        />
      )}
      <img className="own-logo" src={shown.src} width={shown.width} height={shown.height} alt={alt} />
    </picture>
  );
}
