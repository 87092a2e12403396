import { ourAccents, type Shade } from "./accent";
import type { Color } from "./contrast";
import { type Accents, accentsOf } from "./stylesheet";

// Of the process, as the name is (lib/core/instance-name.ts): letters and drawn pictures do not wait for it.
const shared = globalThis as { carillonAccents?: Record<Shade, Color> };

/** The accents of letters and drawn pictures, always readable: those of administrators, as this process last heard of them, or ours. */
export function accentsInUse(): Record<Shade, Color> {
  return shared.carillonAccents ?? ourAccents;
}

/** From now on this process writes and draws in these; null: ours. */
export function rememberAccents(accents: Accents): void {
  shared.carillonAccents = accentsOf(accents);
}
