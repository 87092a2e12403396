import type { ReactNode } from "react";
import { classNames } from "./class-names";

type MenuProps = {
  /** What stands on the closed menu; give it a text or a `label`. */
  summary: ReactNode;
  /** Replaces the summary for screen readers. */
  label?: string;
  summaryClass?: string;
  /** Which edge of the summary the sheet keeps to. */
  align?: "start" | "end";
  children: ReactNode;
};

/** A sheet that unfolds. Works without scripts; with them it also closes on Escape and on a click elsewhere. */
export function Menu({ summary, label, summaryClass = "btn", align = "end", children }: MenuProps) {
  return (
    <details className={classNames("menu", align === "start" && "menu-start")} data-menu="">
      <summary className={summaryClass} aria-label={label}>
        {summary}
      </summary>
      <div className="menu-sheet">{children}</div>
    </details>
  );
}
