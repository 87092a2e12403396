import type { Listener } from "./listener";

/** Who hears which type of activity. */
export const listeners: Record<string, Listener> = {};
