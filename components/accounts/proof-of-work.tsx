"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useFormKit } from "@/components/forms/form-context";
import type { FormState } from "@/lib/web/form-state";

/**
 * Works on the form's challenge while people type. A refused form is sent again with the same challenge, so that
 * whoever has no scripts need not wait anew, unless that very challenge was the reason.
 */
export function ProofOfWork({ challenge: fresh }: { challenge: string }) {
  const { state } = useFormKit();
  const router = useRouter();
  const ref = useRef<HTMLInputElement>(null);
  const challenge = isVoid(state) ? fresh : (sentWith(state) ?? fresh);

  useEffect(() => {
    if (isVoid(state)) router.refresh();
  }, [state, router]);

  useEffect(() => {
    const stop = new AbortController();
    void import("./solve")
      .then(({ solve }) => solve(challenge, stop.signal))
      .then((solution) => {
        if (solution && ref.current) ref.current.value = solution;
      })
      .catch(() => undefined);
    return () => stop.abort();
  }, [challenge]);

  return (
    <>
      <input type="hidden" name="challenge" value={challenge} />
      <input ref={ref} type="hidden" name="solution" />
    </>
  );
}

function isVoid(state: FormState): boolean {
  return state.status === "refused" && state.reason === "form_used_or_expired";
}

function sentWith(state: FormState): string | undefined {
  const sent = state.status === "refused" ? state.values.challenge : undefined;
  return typeof sent === "string" ? sent : undefined;
}
