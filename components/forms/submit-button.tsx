"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import { useFormKit } from "./form-context";

/** Sends the form, and shows at once that it is on its way. With several buttons, only the one that was pressed. */
export function SubmitButton({ variant = "primary", name, value, ...props }: ComponentProps<typeof Button>) {
  const kit = useFormKit();
  const status = useFormStatus();
  const isPressed = !kit.pressed || kit.pressed === `${name ?? ""}=${value ?? ""}`;
  const pending = (kit.isPending || status.pending) && isPressed;
  return <Button {...props} type="submit" variant={variant} name={name} value={value} pending={pending} />;
}
