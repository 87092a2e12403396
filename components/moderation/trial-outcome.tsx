"use client";

import { useFormKit } from "@/components/forms/form-context";

type TrialOutcomeProps = {
  outcomes: Record<string, string>;
  labels: Record<"refuse" | "hold" | "report" | "many" | "early", string>;
};

/** What the rules say to the text above: in the answer alone, no address leads to it. */
export function TrialOutcome({ outcomes, labels }: TrialOutcomeProps) {
  const { state } = useFormKit();
  const answer = state.status === "done" ? state.answer : undefined;
  const listOf = (key: string) => [answer?.[key] ?? []].flat();
  return (
    <div role="status" className="trial-outcome">
      {answer && (
        <>
          <p className="font-semibold">{outcomes[String(answer.outcome)]}</p>
          <ul>
            {(["refuse", "hold", "report"] as const).flatMap((kind) =>
              listOf(kind).map((pattern) => (
                <li key={`${kind} ${pattern}`}>
                  <strong dir="auto">{pattern}</strong> – {labels[kind]}
                </li>
              )),
            )}
            {listOf("links").map((kind) => (
              <li key={kind}>{labels[kind as "many" | "early"]}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
