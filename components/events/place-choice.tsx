"use client";

import { RadioField } from "@/components/forms/fields";
import { useFormKit } from "@/components/forms/form-context";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FoundPlace } from "@/lib/events/geocode/found-place";
import type { PlaceTexts } from "./place-finder";
import { placeWords } from "./place-words";

/** What the form that was sent for its place comes back with, where no script runs. */
export function PlaceChoice({ locale, texts }: { locale: string; texts: PlaceTexts }) {
  const { state } = useFormKit();
  if (state.status !== "done" || !state.answer?.placeSearch) return null;
  const outcome = state.answer.placeSearch as "found" | "nothing" | "failed" | "taken";
  if (outcome !== "found") return <p className="alert">{texts[outcome]}</p>;
  const found = [state.answer.foundPlaces ?? []].flat();
  return (
    <div className="grid gap-4">
      <RadioField
        name="foundPlace"
        label={texts.choose}
        defaultValue={found[0]}
        choices={found.map((json) => choiceOf(json, locale))}
      />
      <div>
        <SubmitButton name="intent" value="take" variant="plain" formNoValidate>
          {texts.take}
        </SubmitButton>
      </div>
    </div>
  );
}

function choiceOf(json: string, locale: string) {
  const { title, detail } = placeWords(JSON.parse(json) as FoundPlace, locale);
  return { value: json, label: title, hint: detail };
}
