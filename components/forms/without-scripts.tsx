"use client";

import type { ReactNode } from "react";
import { useHasScripts } from "./use-has-scripts";

/** The plain way to something that scripts do better elsewhere on the page: gone once they are there. */
export function WithoutScripts({ children }: { children: ReactNode }) {
  return useHasScripts() ? null : children;
}
