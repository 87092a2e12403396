"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * Takes the focus when something worked and the button that did it is gone, unless the address names a place to go
 * on at. `signal` changes with every success, also with two in a row that say the same.
 */
export function FocusedNotice({ signal, children }: { signal: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signal is what it waits for
  useEffect(() => {
    const next = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    (next ?? ref.current)?.focus({ preventScroll: true });
  }, [signal]);
  return (
    <div ref={ref} tabIndex={-1} className="mb-5 outline-none">
      {children}
    </div>
  );
}
