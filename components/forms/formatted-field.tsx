"use client";

import { type ComponentProps, type ComponentType, useRef, useState } from "react";
import { pictureMarkdown } from "@/lib/core/text/text-pictures";
import { TextAreaField } from "./fields";
import { insertInto, writeInto } from "./formatted-area";
import { FormattedPicture } from "./formatted-picture";
import type FormattedText from "./formatted-text";
import type { InsertPicture } from "./formatted-text";
import type { PictureTexts } from "./formatted-texts";
import type { ToolbarTexts } from "./formatted-toolbar";
import type { PictureTarget } from "./send-picture";
import { useHasScripts } from "./use-has-scripts";

type FormattedFieldProps = Omit<ComponentProps<typeof TextAreaField>, "label"> & {
  label: string;
  texts: ToolbarTexts & PictureTexts & Record<"format" | "plain", string>;
  pictures: PictureTarget;
};

/** Text with Markdown in it, and a button that lets one write it without knowing the signs. */
export function FormattedField({ texts, pictures, ...field }: FormattedFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const inserter = useRef<InsertPicture>(null);
  const hasScripts = useHasScripts();
  const [Editor, setEditor] = useState<ComponentType<ComponentProps<typeof FormattedText>>>();
  const [initial, setInitial] = useState("");
  const area = () => box.current?.querySelector("textarea") ?? null;

  async function toggle() {
    if (Editor) return setEditor(undefined);
    const loaded = await import("./formatted-text").catch(() => null);
    if (!loaded) return;
    setInitial(area()?.value ?? "");
    setEditor(() => loaded.default);
  }

  return (
    <div ref={box} className={Editor ? "formatted-field is-formatted" : "formatted-field"}>
      <TextAreaField {...field} />
      {Editor && (
        <Editor
          label={field.label}
          texts={texts}
          initial={initial}
          onChange={(markdown) => writeInto(area(), markdown)}
          inserter={inserter}
        />
      )}
      {hasScripts && (
        <div className="row">
          <button
            type="button"
            className="btn btn-small"
            aria-pressed={Editor !== undefined}
            onClick={toggle}
          >
            {Editor ? texts.plain : texts.format}
          </button>
          <FormattedPicture
            target={pictures}
            texts={texts}
            insert={(picture) =>
              inserter.current ? inserter.current(picture) : insertInto(area(), pictureMarkdown(picture))
            }
          />
        </div>
      )}
    </div>
  );
}
