import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

export type AlertTone = "info" | "success" | "warning" | "refusal";

type AlertProps = {
  tone?: AlertTone;
  title?: ReactNode;
  children?: ReactNode;
  /** `status` waits for its turn to be read, `alert` interrupts; none for what stood there from the start. */
  role?: "status" | "alert";
  id?: string;
  className?: string;
};

const icons: Record<AlertTone, IconName> = {
  info: "info",
  success: "check",
  warning: "warning",
  refusal: "refusal",
};

export function Alert({ tone = "info", title, children, role, id, className }: AlertProps) {
  return (
    <div id={id} role={role} className={classNames("alert", tone !== "info" && `alert-${tone}`, className)}>
      <Icon name={icons[tone]} />
      <div>
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
