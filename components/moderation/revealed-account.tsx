"use client";

import { useEffect, useRef } from "react";
import { useFormKit } from "@/components/forms/form-context";
import { dateText } from "@/lib/core/dates/date-text";
import type { FormValues } from "@/lib/web/form-state";

type RevealedAccountProps = {
  title: string;
  note: string;
  labels: Record<"email" | "since" | "role" | "identities", string>;
  roles: Record<string, string>;
  zone: string;
  locale: string;
};

/**
 * What the form around it was answered with. It stands in the answer alone: no address leads back to it, and whoever
 * loads the page again must ask again.
 */
export function RevealedAccount({ title, note, labels, ...wording }: RevealedAccountProps) {
  const { state } = useFormKit();
  const answer = state.status === "done" ? state.answer : undefined;
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (answer) ref.current?.focus();
  }, [answer]);

  if (!answer) return null;
  const texts = textsOf(answer, wording);
  return (
    <section ref={ref} tabIndex={-1} className="revealed" aria-labelledby="revealed">
      <h2 id="revealed" className="text-step-1">
        {title}
      </h2>
      <dl>
        {texts.map(([field, values]) => (
          <div key={field}>
            <dt>{labels[field]}</dt>
            {values.map((text) => (
              <dd key={text}>{text}</dd>
            ))}
          </div>
        ))}
      </dl>
      <p className="hint">{note}</p>
    </section>
  );
}

type Wording = Pick<RevealedAccountProps, "roles" | "zone" | "locale">;

function textsOf(answer: FormValues, { roles, zone, locale }: Wording) {
  const [since = "", role = ""] = [answer.since, answer.role].flat();
  const date = dateText(new Date(since), { zone, locale, style: "long", year: true });
  return [
    ["email", [answer.email ?? ""].flat()],
    ["since", [date]],
    ["role", [roles[role] ?? role]],
    ["identities", [answer.identities ?? []].flat()],
  ] as const;
}
