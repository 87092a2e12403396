"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { MapPin, MapTexts, MapTiles } from "./search-map-canvas";

type SearchMapProps = {
  pins: MapPin[];
  source: MapTiles;
  texts: MapTexts & { show: string; from: string; label: string; failed: string };
};

type State = "closed" | "opening" | "open" | "failed";

/** Pictures of the map come from somebody else, who then learns who looks where: not before a click says so. */
export function SearchMap({ pins, source, texts }: SearchMapProps) {
  const [state, setState] = useState<State>("closed");
  const box = useRef<HTMLElement>(null);
  const remove = useRef<() => void>(null);
  useEffect(() => () => remove.current?.(), []);

  async function open() {
    setState("opening");
    try {
      const { drawSearchMap } = await import("./search-map-canvas");
      if (!box.current) return;
      box.current.hidden = false;
      remove.current = drawSearchMap(box.current, { pins, source, texts });
      box.current.focus({ preventScroll: true });
      setState("open");
    } catch {
      setState("failed");
    }
  }

  return (
    <div className="search-map with-script">
      {state !== "open" && (
        <div className="search-map-offer">
          <Button onClick={open} pending={state === "opening"}>
            {texts.show}
          </Button>
          <p className="hint">{texts.from}</p>
        </div>
      )}
      <section ref={box} className="search-map-box" aria-label={texts.label} hidden />
      <p role="status">{state === "failed" ? texts.failed : ""}</p>
    </div>
  );
}
