import { describe, expect, test } from "vitest";
import { exposition, gauge } from "./exposition";

describe("exposition", () => {
  test("writes help, type and a line for each sample", () => {
    const asked = {
      name: "asked_total",
      help: "How often.",
      type: "counter" as const,
      samples: [
        { labels: { kind: "page", status: "2xx" }, value: 3 },
        { labels: { kind: "inbox", status: "4xx" }, value: 0 },
      ],
    };
    expect(exposition([asked, gauge("memory_bytes", "Memory.", 1e21)])).toBe(
      [
        "# HELP asked_total How often.",
        "# TYPE asked_total counter",
        'asked_total{kind="page",status="2xx"} 3',
        'asked_total{kind="inbox",status="4xx"} 0',
        "# HELP memory_bytes Memory.",
        "# TYPE memory_bytes gauge",
        "memory_bytes 1e+21",
        "",
      ].join("\n"),
    );
  });

  test("escapes what would break a line, and knows numbers that are none", () => {
    const odd = {
      name: "odd",
      help: "a\\b\nc",
      type: "gauge" as const,
      samples: [
        { labels: { l: 'say "x"\\\n' }, value: Number.NaN },
        { value: Number.POSITIVE_INFINITY },
        { value: Number.NEGATIVE_INFINITY },
      ],
    };
    expect(exposition([odd]).split("\n")).toEqual([
      "# HELP odd a\\\\b\\nc",
      "# TYPE odd gauge",
      'odd{l="say \\"x\\"\\\\\\n"} NaN',
      "odd +Inf",
      "odd -Inf",
      "",
    ]);
  });

  test("keeps the heading of what has no samples yet", () => {
    expect(exposition([{ ...gauge("none", "None.", 0), samples: [] }])).toBe(
      "# HELP none None.\n# TYPE none gauge\n",
    );
  });
});
