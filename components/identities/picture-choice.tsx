import type { ReactNode } from "react";
import { CheckboxField, FileField } from "@/components/forms/fields";

type PictureChoiceProps = {
  name: string;
  label: string;
  hint: string;
  optional: string;
  /** What it looks like now, once it is ready. */
  current?: ReactNode;
  /** For a picture that is there: the box that takes it away. */
  removal?: { name: string; label: string };
};

/** A picture that may be chosen, replaced or taken away. */
export function PictureChoice({ removal, ...field }: PictureChoiceProps) {
  return (
    <div className="field">
      <FileField {...field} accept="image/jpeg,image/png,image/webp,image/avif,image/gif" />
      {removal && <CheckboxField {...removal} />}
    </div>
  );
}
