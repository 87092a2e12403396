"use client";

import { useSyncExternalStore } from "react";

/** False on the server and until the page is alive: for what only works, or is only needed, with or without scripts. */
export function useHasScripts(): boolean {
  return useSyncExternalStore(nothing, yes, no);
}

const nothing = () => () => undefined;
const yes = () => true;
const no = () => false;
