"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useFormKit } from "@/components/forms/form-context";
import { Icon } from "@/components/ui/icon";

type EventFormMoreProps = {
  title: string;
  /** What holds if nobody looks inside. */
  summary: string;
  /** The fields inside: it opens when one of them needs another look. */
  names: string[];
  isOpen?: boolean;
  children: ReactNode;
};

/** Fields that have sensible values already: one click away, so that announcing takes a minute. */
export function EventFormMore({ title, summary, names, isOpen = false, children }: EventFormMoreProps) {
  const kit = useFormKit();
  const isWrong = names.some((name) => kit.reasonsOf(name).length > 0);
  const [open, setOpen] = useState(isOpen || isWrong);
  useEffect(() => {
    if (isWrong) setOpen(true);
  }, [isWrong]);
  return (
    <details className="panel more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2 className="text-step-1">{title}</h2>
        <span className="hint">{summary}</span>
        <Icon name="chevronDown" className="more-arrow" />
      </summary>
      <div className="form">{children}</div>
    </details>
  );
}
