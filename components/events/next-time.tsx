"use client";

import { useFormKit } from "@/components/forms/form-context";
import { instantOf } from "@/lib/core/dates/local-time";

/** Where the clocks skip the time that was typed: the first one after it that they show. `text` ends with it. */
export function NextTime({ name, text }: { name: "startsAt" | "endsAt"; text: string }) {
  const { state, reasonsOf } = useFormKit();
  if (state.status !== "refused" || !reasonsOf(name).includes("time_does_not_exist")) return null;
  const [typed, zone] = [state.values[name], state.values.zone];
  const time = instantOf(String(typed), String(zone));
  if (time.kind !== "nonexistent") return null;
  return (
    <p className="hint">
      {text} <strong>{time.next.replace("T", " ")}</strong>
    </p>
  );
}
