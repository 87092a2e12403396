"use client";

import { useField } from "@/components/forms/use-field";
import { Select } from "@/components/ui/select";

type EndingChoiceProps = {
  eventId: string;
  label: string;
  hint?: string;
  options: { value: string; label: string }[];
};

/** What becomes of one event. The form has one such field for each, all of one name. */
export function EndingChoice({ eventId, label, hint, options }: EndingChoiceProps) {
  const { frame, registered, typed } = useField("endings", `ending-${eventId}`);
  const chosen = typed?.find((value) => value.startsWith(eventId)) ?? options[0]?.value;
  return <Select {...{ label, hint, options }} {...frame} {...registered} defaultValue={chosen} />;
}
