"use client";

import { type ChangeEvent, useId } from "react";
import { useHasScripts } from "@/components/forms/use-has-scripts";

/** Chooses every row of the page, or none; without scripts each is chosen by itself. Stands in the form of the rows. */
export function SelectAll({ label }: { label: string }) {
  const id = useId();
  if (!useHasScripts()) return null;
  return (
    <div className="check">
      <input type="checkbox" id={id} onChange={choose} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

function choose({ currentTarget: { form, checked } }: ChangeEvent<HTMLInputElement>): void {
  for (const box of form?.elements ?? [])
    if (box instanceof HTMLInputElement && box.type === "checkbox") box.checked = checked;
}
