import { classNames } from "./class-names";
import { initialsOf, toneOf } from "./initials";

type AvatarProps = {
  name: string;
  picture?: { src: string; srcSet?: string } | null;
  size?: "small" | "regular" | "large";
};

const pixels = { small: 32, regular: 40, large: 96 };

/** A face beside a name: the picture, or initials in a colour that stays the same. Silent, since the name is read anyway. */
export function Avatar({ name, picture, size = "regular" }: AvatarProps) {
  const className = classNames("avatar", size !== "regular" && `avatar-${size}`);
  if (!picture) {
    return (
      <span className={classNames(className, `avatar-${toneOf(name)}`)} aria-hidden="true">
        {initialsOf(name)}
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: sized when it was uploaded, so there is nothing left to optimise
    <img
      className={className}
      src={picture.src}
      srcSet={picture.srcSet}
      width={pixels[size]}
      height={pixels[size]}
      alt=""
      loading="lazy"
      decoding="async"
    />
  );
}
