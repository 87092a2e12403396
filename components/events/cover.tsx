import { classNames } from "@/components/ui/class-names";
import { posterMarkup } from "@/lib/feeds/poster/markup";
import { type Ink, posterOf, posterSize } from "@/lib/feeds/poster/poster";

type CoverProps = {
  /** What the generated poster follows from: the event's public id. */
  seed: string;
  category?: string;
  picture?: {
    src: string;
    srcSet?: string;
    width: number;
    height: number;
    description: string;
    /** Classes that say what must stay in sight. */
    focus?: string;
  } | null;
  /** How wide it is shown, for the choice among `srcSet`. */
  sizes?: string;
  /** The large cover of a page is wanted at once; those of a list when they come into sight. */
  eager?: boolean;
  className?: string;
};

/** The uploaded picture, or a poster of its own for every event without one. */
export function Cover({ seed, category, picture, sizes, eager = false, className }: CoverProps) {
  if (!picture) return <Poster seed={seed} category={category} className={className} />;
  return (
    // biome-ignore lint/performance/noImgElement: sized when it was uploaded, so there is nothing left to optimise
    <img
      className={classNames("cover", picture.focus, className)}
      src={picture.src}
      srcSet={picture.srcSet}
      sizes={picture.srcSet && sizes}
      width={picture.width}
      height={picture.height}
      alt={picture.description}
      loading={eager ? "eager" : "lazy"}
      fetchPriority={eager ? "high" : undefined}
      decoding="async"
    />
  );
}

function Poster({ seed, category, className }: Pick<CoverProps, "seed" | "category" | "className">) {
  const { palette, paths } = posterOf(seed, category);
  return (
    <svg
      className={classNames("cover", `poster-${palette}`, className)}
      viewBox={`0 0 ${posterSize.width} ${posterSize.height}`}
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      strokeLinecap="round"
      aria-hidden="true"
      // One text instead of an element a path: a member's page writes every element twice, for the eye and for React.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: numbers and letters that `posterOf` made
      dangerouslySetInnerHTML={{ __html: posterMarkup(paths, colourOf) }}
    />
  );
}

/** The palette's class says what the four inks are, in light and in dark. */
function colourOf(ink: Ink): string {
  return `var(--${ink})`;
}
