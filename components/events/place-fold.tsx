"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useFormKit } from "@/components/forms/form-context";

type PlaceFoldProps = {
  title: string /** It opens when one of these needs another look. */;
  names: string[];
  children: ReactNode;
};

/** Fields that few need, below the others. */
export function PlaceFold({ title, names, children }: PlaceFoldProps) {
  const kit = useFormKit();
  const isWrong = names.some((name) => kit.reasonsOf(name).length > 0);
  const [open, setOpen] = useState(isWrong);
  useEffect(() => {
    if (isWrong) setOpen(true);
  }, [isWrong]);
  return (
    <details className="place-fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      <div className="grid gap-4">{children}</div>
    </details>
  );
}
