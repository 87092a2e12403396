"use client";

import type { ReactNode } from "react";
import { useFormKit } from "@/components/forms/form-context";

/** A way on that only helps those whose form was refused for this reason. */
export function WhenRefused({ reason, children }: { reason: string; children: ReactNode }) {
  const { state } = useFormKit();
  return state.status === "refused" && state.reason === reason ? children : null;
}
