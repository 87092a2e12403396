"use client";

import { type ComponentProps, type ComponentType, useRef, useState, useSyncExternalStore } from "react";
import { TextAreaField } from "./fields";
import type FormattedText from "./formatted-text";
import type { ToolbarTexts } from "./formatted-toolbar";

type FormattedFieldProps = Omit<ComponentProps<typeof TextAreaField>, "label"> & {
  label: string;
  texts: ToolbarTexts & Record<"format" | "plain", string>;
};

/** Text with Markdown in it, and a button that lets one write it without knowing the signs. */
export function FormattedField({ texts, ...field }: FormattedFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const hasScripts = useSyncExternalStore(nothing, yes, no);
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
          onChange={(markdown) => write(area(), markdown)}
        />
      )}
      {hasScripts && (
        <button type="button" className="btn btn-small" aria-pressed={Editor !== undefined} onClick={toggle}>
          {Editor ? texts.plain : texts.format}
        </button>
      )}
    </div>
  );
}

/** As if it was typed: whoever listens to the field, such as what keeps drafts, hears of it. */
function write(area: HTMLTextAreaElement | null, text: string): void {
  if (!area) return;
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, text);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

const nothing = () => () => undefined;
const yes = () => true;
const no = () => false;
