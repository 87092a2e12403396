import { classNames } from "./class-names";
import { drawings } from "./icon-drawings";

export type IconName = keyof typeof drawings;

type IconProps = {
  name: IconName;
  size?: number;
  /** Said aloud. Leave it out where a text stands beside the icon. */
  label?: string;
  className?: string;
};

const mirrored: IconName[] = ["arrowEnd", "end", "signOut", "external"];

/**
 * An icon for server components. Lucide's own are client components, which would ship themselves to every page
 * and each drawing twice.
 */
export function Icon({ name, size = 22, label, className }: IconProps) {
  return (
    <svg
      className={classNames("icon", mirrored.includes(name) && "icon-mirrored", className)}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
      dangerouslySetInnerHTML={{ __html: drawings[name] }}
    />
  );
}
