import { classNames } from "@/components/ui/class-names";
import type { PictureSources } from "@/lib/media/sources";
import { bannerPatternOf, bannerSize } from "./banner-pattern";

type BannerProps = { handle: string; picture: PictureSources | null };

/** The wide picture above a name, or a pattern of its own for every handle. It says nothing that the name does not. */
export function Banner({ handle, picture }: BannerProps) {
  if (!picture) return <DrawnBanner handle={handle} />;
  return (
    // biome-ignore lint/performance/noImgElement: sized when it was uploaded, so there is nothing left to optimise
    <img
      className="banner"
      src={picture.src}
      srcSet={picture.srcSet}
      sizes="(max-width: 72.5rem) 100vw, 1120px"
      width={picture.width}
      height={picture.height}
      alt=""
      fetchPriority="high"
      decoding="async"
    />
  );
}

function DrawnBanner({ handle }: Pick<BannerProps, "handle">) {
  const { palette, hills } = bannerPatternOf(handle);
  const markup = hills.map(
    ({ disc, rings, ink }) =>
      `<path d="${disc}" fill="var(--ground)"/><path d="${rings}" stroke="var(--${ink})"/>`,
  );
  return (
    <svg
      className={classNames("banner", "banner-drawn", `poster-${palette}`)}
      viewBox={`0 0 ${bannerSize.width} ${bannerSize.height}`}
      preserveAspectRatio="xMidYMax slice"
      fill="none"
      aria-hidden="true"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: numbers and letters that `bannerPatternOf` made
      dangerouslySetInnerHTML={{ __html: markup.join("") }}
    />
  );
}
