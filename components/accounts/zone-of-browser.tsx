"use client";

import { useEffect, useRef } from "react";

/** The zone that the browser is in goes along with the form; without scripts a likely one. */
export function ZoneOfBrowser({ fallback }: { fallback: string }) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (ref.current && timeZone) ref.current.value = timeZone;
  }, []);
  return <input ref={ref} type="hidden" name="zone" defaultValue={fallback} />;
}
