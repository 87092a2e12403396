import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

export type ChipTone = "plain" | "going" | "waiting" | "alert";

export function Chip({ tone = "plain", children }: { tone?: ChipTone; children: ReactNode }) {
  return <span className={chipClass(tone)}>{children}</span>;
}

/** A chip that leads somewhere: filters, categories. `current` marks the one that is chosen. */
export function ChipLink({
  tone = "plain",
  current = false,
  ...props
}: ComponentProps<"a"> & { tone?: ChipTone; current?: boolean }) {
  return <a {...props} className={chipClass(tone)} aria-current={current || undefined} />;
}

function chipClass(tone: ChipTone) {
  return classNames("chip", tone !== "plain" && `chip-${tone}`);
}
