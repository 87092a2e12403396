"use client";

import { type FormEvent, type KeyboardEvent, type RefObject, useState } from "react";
import type { FoundPlace } from "@/lib/events/geocode/found-place";
import { fillPlace } from "./fill-place";
import { usePlaceSearch } from "./use-place-search";

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The keys of a combobox (WAI-ARIA): arrows walk through what was found, Enter takes it or looks further, Escape closes. */
export function usePlaceFinder(root: RefObject<HTMLElement | null>, locale: string) {
  const found = usePlaceSearch(locale);
  const [active, setActive] = useState(-1);
  const [isTaken, setIsTaken] = useState(false);
  const { places } = found;

  function start(look: (query: string) => unknown) {
    setIsTaken(false);
    setActive(-1);
    void look(fieldIn(root)?.value ?? "");
  }

  function take(place: FoundPlace) {
    const field = fieldIn(root);
    if (!field?.form) return;
    fillPlace(field.form, place);
    field.value = "";
    start(found.close);
    setIsTaken(true);
    field.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const step = steps[event.key];
    if (event.key === "Enter") {
      event.preventDefault(); // it would send the form
      if (places[active]) take(places[active]);
      else start(found.look);
    } else if (event.key === "Escape") start(found.close);
    else if (step && places.length > 0) {
      event.preventDefault();
      setActive(next(active, step, places.length));
    }
  }

  const onInput = (_: FormEvent) => start(found.lookSoon);
  const outcome = isTaken && found.outcome === "idle" ? ("taken" as const) : found.outcome;
  return {
    places,
    active,
    outcome,
    take,
    search: () => start(found.look),
    fieldProps: { onInput, onKeyDown },
  };
}

/** Round and round; from the field itself up to the last. */
function next(at: number, step: number, count: number): number {
  if (at < 0) return step > 0 ? 0 : count - 1;
  return (at + step + count) % count;
}

function fieldIn(root: RefObject<HTMLElement | null>): HTMLInputElement | null {
  return root.current?.querySelector<HTMLInputElement>("input[name=placeQuery]") ?? null;
}
