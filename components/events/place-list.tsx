"use client";

import type { FoundPlace } from "@/lib/events/geocode/found-place";
import { placeWords } from "./place-words";

type PlaceListProps = {
  listId: string;
  label: string;
  locale: string;
  places: FoundPlace[];
  /** Which one the arrow keys are at. */
  active: number;
  take: (place: FoundPlace) => void;
};

/** What was found, below the field, which keeps the focus and has the keys. */
export function PlaceList({ listId, label, locale, places, active, take }: PlaceListProps) {
  return (
    <div id={listId} role="listbox" aria-label={label} className="place-list" hidden={places.length === 0}>
      {places.map((place, index) => {
        const { title, detail } = placeWords(place, locale);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          <div
            key={`${title} ${detail} ${place.latitude}`}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(place)}
          >
            <strong>{title}</strong>
            {detail && <span className="hint">{detail}</span>}
          </div>
        );
      })}
    </div>
  );
}
