import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type EmptyStateProps = {
  title: string;
  /** What to do next. */
  children: ReactNode;
  action?: ReactNode;
  icon?: IconName;
};

export function EmptyState({ title, children, action, icon = "bell" }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon name={icon} size={32} />
      <h2 className="text-step-1">{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}
