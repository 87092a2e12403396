import type { ComponentProps } from "react";
import { classNames } from "./class-names";

type Look = {
  /** One primary action a screen; danger for what cannot be undone. */
  variant?: "primary" | "plain" | "quiet" | "danger";
  wide?: boolean;
  small?: boolean;
};

export function Button({
  variant,
  wide,
  small,
  pending = false,
  className,
  children,
  type = "button",
  ...props
}: Look & ComponentProps<"button"> & { pending?: boolean }) {
  return (
    <button
      {...props}
      type={type}
      className={classNames(buttonClass({ variant, wide, small }), className)}
      // Not `disabled`: that would take the focus away from whoever pressed it.
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
    >
      {pending && <span className="spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}

export function ButtonLink({ variant, wide, small, className, ...props }: Look & ComponentProps<"a">) {
  return <a {...props} className={classNames(buttonClass({ variant, wide, small }), className)} />;
}

export function buttonClass({ variant = "plain", wide, small }: Look): string {
  return classNames("btn", variant !== "plain" && `btn-${variant}`, wide && "btn-wide", small && "btn-small");
}
