"use client";

import { useFormKit } from "@/components/forms/form-context";

const parts = ["added", "already", "unknown", "own", "notValid"] as const;

/** What became of the list above: in the answer alone, no address leads to it. */
export function ImportedBlocks({ labels }: { labels: Record<(typeof parts)[number], string> }) {
  const { state } = useFormKit();
  const answer = state.status === "done" ? state.answer : undefined;
  const counted = parts.map((part) => {
    const [count = "0", ...names] = [answer?.[part] ?? []].flat();
    return { part, count, names };
  });
  return (
    <div role="status" className="imported-blocks">
      {answer && (
        <ul className="grid gap-1">
          {counted
            .filter(({ part, count }) => count !== "0" || part === "added")
            .map(({ part, count, names }) => (
              <li key={part}>
                {names.length === 0 && <Counted label={labels[part]} count={count} />}
                {names.length > 0 && (
                  <details open={names.length <= 20}>
                    <summary className="imported-part">
                      <Counted label={labels[part]} count={count} />
                    </summary>
                    <ul className="imported-names small">
                      {names.map((name) => (
                        <li key={name} dir="auto">
                          {name}
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}

function Counted({ label, count }: { label: string; count: string }) {
  return (
    <>
      <strong>{label}</strong> <span className="soft">({count})</span>
    </>
  );
}
