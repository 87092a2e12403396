import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Button, buttonClass } from "./button";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type DialogProps = {
  /** The words on the button that opens it. */
  opener: ReactNode;
  variant?: "primary" | "plain" | "quiet" | "danger";
  small?: boolean;
  title: string;
  className?: string;
  children: ReactNode;
};

/**
 * A question that must be answered before anything else. A native modal dialog with scripts, which keeps the
 * focus in and gives it back; without them the same content unfolds in place.
 */
export function Dialog({ opener, variant, small, title, className, children }: DialogProps) {
  const t = useTranslations("ui");
  const titleId = `title${useId()}`;
  return (
    <details className={classNames("dialog-opener", className)} data-dialog="">
      <summary className={buttonClass({ variant, small })}>{opener}</summary>
      <dialog className="dialog" aria-labelledby={titleId}>
        <div className="dialog-head">
          <h2 id={titleId} className="text-step-1">
            {title}
          </h2>
          <Button variant="quiet" small className="dialog-close" data-close="">
            <Icon name="close" label={t("close")} />
          </Button>
        </div>
        {children}
      </dialog>
    </details>
  );
}
