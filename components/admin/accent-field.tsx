"use client";

import { useRef, useState } from "react";
import { TextField } from "@/components/forms/fields";
import { useField } from "@/components/forms/use-field";
import { useHasScripts } from "@/components/forms/use-has-scripts";
import { isReadable, nearestReadable, ourAccents, type Shade } from "@/lib/core/look/accent";
import { type Color, colorIn } from "@/lib/core/look/contrast";
import { AccentSample, type SampleTexts, Swatch } from "./accent-sample";

type AccentFieldProps = {
  name: string;
  shade: Shade;
  current: Color | null;
  locale: string;
  texts: SampleTexts & Record<"label" | "hint" | "pick" | "proposal" | "useProposal", string>;
};

/** A colour to be typed or picked, how it will look, and what would be read if it cannot. */
export function AccentField({ name, shade, current, locale, texts }: AccentFieldProps) {
  const { typed } = useField(name);
  const ref = useRef<HTMLDivElement>(null);
  const hasScripts = useHasScripts();
  const [text, setText] = useState(typed?.[0] ?? current ?? "");
  const color = colorIn(text) ?? ourAccents[shade];

  function choose(chosen: string) {
    const input = ref.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (input) input.value = chosen;
    setText(chosen);
  }

  return (
    <div
      ref={ref}
      className="accent-field"
      onInput={(event) => setText((event.target as HTMLInputElement).value)}
    >
      <TextField
        name={name}
        label={texts.label}
        hint={texts.hint}
        defaultValue={current ?? ""}
        placeholder={ourAccents[shade]}
        maxLength={20}
        spellCheck={false}
        autoComplete="off"
        className="max-w-[16rem]"
      />
      <div className="accent-choice">
        {hasScripts && (
          <input
            type="color"
            className="accent-picker"
            aria-label={`${texts.pick} (${texts.label})`}
            value={color}
            onChange={(event) => choose(event.target.value)}
          />
        )}
        <AccentSample color={color} shade={shade} locale={locale} texts={texts} />
      </div>
      {!isReadable(color, shade) && (
        <Proposal color={nearestReadable(color, shade)} texts={texts} use={hasScripts ? choose : undefined} />
      )}
    </div>
  );
}

type ProposalProps = Pick<AccentFieldProps, "texts"> & { color: Color; use?: (color: Color) => void };

function Proposal({ color, texts, use }: ProposalProps) {
  return (
    <p className="accent-proposal" role="status">
      {texts.proposal} <Swatch color={color} /> <code>{color}</code>
      {use && (
        <button type="button" className="link" onClick={() => use(color)}>
          {texts.useProposal}
        </button>
      )}
    </p>
  );
}
