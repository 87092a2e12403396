"use client";

import { useField } from "@/components/forms/use-field";

/** One of the things that wait: ticked, it goes along. After a refusal it still is. */
export function WaitingTick({ id, value, label }: { id: string; value: string; label: string }) {
  const { typed } = useField("chosen", id);
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        name="chosen"
        value={value}
        defaultChecked={typed?.includes(value) ?? false}
      />
      <label htmlFor={id} dir="auto">
        {label}
      </label>
    </div>
  );
}
