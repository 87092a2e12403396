"use client";

import type { ReactNode } from "react";
import { useFormKit } from "@/components/forms/form-context";
import { classNames } from "@/components/ui/class-names";

type UnfoldedWhenRefusedProps = {
  /** The words on it while it is folded, and what it is called then. */
  summary: ReactNode;
  heading: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A part of a form that is folded until somebody wants it, and never while something in it needs a second look. */
export function UnfoldedWhenRefused({ summary, heading, className, children }: UnfoldedWhenRefusedProps) {
  const { state } = useFormKit();
  return (
    <details className="unfolding" open={state.status === "refused" || undefined}>
      <summary className={classNames(className)}>
        <span className="when-folded">{summary}</span>
        <span className="when-unfolded">{heading}</span>
      </summary>
      <div className="grid gap-5">{children}</div>
    </details>
  );
}
