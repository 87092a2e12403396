"use client";

import { useRef } from "react";
import { TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { useField } from "@/components/forms/use-field";
import { PlaceChoice } from "./place-choice";
import { PlaceList } from "./place-list";
import { usePlaceFinder } from "./use-place-finder";

export type PlaceTexts = {
  label: string;
  hint: string;
  find: string;
  asking: string;
  found: string;
  nothing: string;
  failed: string;
  choose: string;
  take: string;
  taken: string;
};

/** Looks for the place and fills it in: while one types where scripts run, else by sending the form and back. */
export function PlaceFinder({ locale, texts }: { locale: string; texts: PlaceTexts }) {
  const { frame } = useField("placeQuery");
  const root = useRef<HTMLDivElement>(null);
  const { places, active, outcome, take, search, fieldProps } = usePlaceFinder(root, locale);
  const listId = `${frame.id}-found`;
  return (
    <div ref={root} className="place-finder">
      <div className="place-query">
        <TextField
          name="placeQuery"
          label={texts.label}
          hint={texts.hint}
          maxLength={200}
          autoComplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={places.length > 0}
          aria-controls={listId}
          aria-activedescendant={places[active] ? `${listId}-${active}` : undefined}
          {...fieldProps}
        />
        <SubmitButton
          name="intent"
          value="find"
          variant="plain"
          formNoValidate
          onClick={(event) => {
            event.preventDefault();
            search();
          }}
        >
          {texts.find}
        </SubmitButton>
      </div>
      <input type="hidden" name="placeLocale" value={locale} />
      <PlaceList {...{ listId, locale, places, active, take }} label={texts.choose} />
      <p role="status" className="hint">
        {outcome !== "idle" && texts[outcome]}
      </p>
      <PlaceChoice locale={locale} texts={texts} />
    </div>
  );
}
