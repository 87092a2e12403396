"use client";

import { useEffect, useRef, useState } from "react";
import type { FoundPlace } from "@/lib/events/geocode/found-place";

type Found = { places: FoundPlace[]; outcome: "idle" | "asking" | "found" | "nothing" | "failed" };

const nothingYet: Found = { places: [], outcome: "idle" };
const pauseMs = 300;

/** Asks this server for places; a newer question ends an older one. */
export function usePlaceSearch(locale: string) {
  const [found, setFound] = useState<Found>(nothingYet);
  const asked = useRef<AbortController>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => stop(asked, pause), []);

  async function look(query: string, { isTyping = false } = {}) {
    stop(asked, pause);
    if (query.trim() === "") return setFound(nothingYet);
    asked.current = new AbortController();
    const { signal } = asked.current;
    if (!isTyping) setFound({ places: [], outcome: "asking" });
    const answer = await ask({ q: query, lang: locale, ...(isTyping && { typing: "1" }) }, signal);
    if (signal.aborted) return;
    // While somebody types, "nothing" is no answer yet.
    setFound(isTyping && answer.places.length === 0 ? nothingYet : answer);
  }

  function lookSoon(query: string) {
    stop(asked, pause);
    pause.current = setTimeout(() => void look(query, { isTyping: true }), pauseMs);
  }

  function close() {
    stop(asked, pause);
    setFound(nothingYet);
  }

  return { ...found, look, lookSoon, close };
}

function stop(
  asked: { current: AbortController | null },
  pause: { current: ReturnType<typeof setTimeout> | undefined },
): void {
  clearTimeout(pause.current);
  asked.current?.abort();
}

async function ask(query: Record<string, string>, signal: AbortSignal): Promise<Found> {
  try {
    const response = await fetch(`/api/places?${new URLSearchParams(query)}`, { signal });
    if (!response.ok) return { places: [], outcome: "failed" };
    const { places, isWhole }: { places: FoundPlace[]; isWhole: boolean } = await response.json();
    if (places.length > 0) return { places, outcome: "found" };
    return { places, outcome: isWhole ? "nothing" : "failed" };
  } catch {
    return { places: [], outcome: "failed" };
  }
}
