"use client";

import { useEffect, useRef } from "react";
import { useFormKit } from "@/components/forms/form-context";

type RevealedAccountProps = { title: string; note: string; labels: Record<string, string> };

/**
 * What the form around it was answered with. It stands in the answer alone: no address leads back to it, and whoever
 * loads the page again must ask again.
 */
export function RevealedAccount({ title, note, labels }: RevealedAccountProps) {
  const { state } = useFormKit();
  const answer = state.status === "done" ? state.answer : undefined;
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (answer) ref.current?.focus();
  }, [answer]);

  if (!answer) return null;
  return (
    <section ref={ref} tabIndex={-1} className="revealed" aria-labelledby="revealed">
      <h2 id="revealed" className="text-step-1">
        {title}
      </h2>
      <dl>
        {Object.entries(labels).map(([field, label]) => (
          <div key={field}>
            <dt>{label}</dt>
            {[answer[field] ?? []].flat().map((text) => (
              <dd key={text}>{text}</dd>
            ))}
          </div>
        ))}
      </dl>
      <p className="hint">{note}</p>
    </section>
  );
}
