"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * Takes the focus when something worked and the button that did it is gone. `signal` changes with every success,
 * also with two in a row that say the same.
 */
export function FocusedNotice({ signal, children }: { signal: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signal is what it waits for
  useEffect(() => {
    ref.current?.focus({ preventScroll: true });
  }, [signal]);
  return (
    <div ref={ref} tabIndex={-1} className="outline-none">
      {children}
    </div>
  );
}
