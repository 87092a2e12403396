"use client";

import type { ReactNode } from "react";
import { useFormKit } from "@/components/forms/form-context";
import { classNames } from "@/components/ui/class-names";

type UnfoldedWhenRefusedProps = { summary: ReactNode; className?: string; children: ReactNode };

/** A part of a form that is folded until somebody wants it, and never while something in it needs a second look. */
export function UnfoldedWhenRefused({ summary, className, children }: UnfoldedWhenRefusedProps) {
  const { state } = useFormKit();
  return (
    <details className="unfolding" open={state.status === "refused" || undefined}>
      <summary className={classNames(className)}>{summary}</summary>
      <div className="grid gap-5">{children}</div>
    </details>
  );
}
