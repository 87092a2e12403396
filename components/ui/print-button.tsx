"use client";

import type { ReactNode } from "react";
import { Button } from "./button";

/** Prints the page. Hidden where no script runs: the browser's menu does the same. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button data-print="" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
