import type { ReactNode } from "react";
import { CheckboxField, FileField } from "@/components/forms/fields";
import { PictureFailed } from "@/components/forms/picture-failed";

type PictureChoiceProps = {
  name: string;
  label: string;
  hint: string;
  optional: string;
  /** What it looks like now, once it is ready. */
  current?: ReactNode;
  /** For a picture that is there: the box that takes it away. */
  removal?: { name: string; label: string };
  /** The upload that is there was broken. */
  hasFailed?: boolean;
};

/** A picture that may be chosen, replaced or taken away. */
export function PictureChoice({ removal, hasFailed, ...field }: PictureChoiceProps) {
  return (
    <div className="field">
      {hasFailed && <PictureFailed />}
      <FileField {...field} accept="image/jpeg,image/png,image/webp,image/avif,image/gif" />
      {removal && <CheckboxField {...removal} />}
    </div>
  );
}
