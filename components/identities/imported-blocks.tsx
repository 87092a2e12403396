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
                <strong>{labels[part]}</strong> <span className="soft">({count})</span>
                {names.length > 0 && (
                  <ul className="imported-names small">
                    {names.map((name) => (
                      <li key={name} dir="auto">
                        {name}
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}
