export type Sample = {
  labels?: Record<string, string>;
  value: number;
  suffix?: "_bucket" | "_sum" | "_count";
};

/** One figure, or one figure for each of some labels. Labels are words of ours: no person, path, id or domain. */
export type Metric = {
  name: string;
  help: string;
  type: "counter" | "gauge" | "histogram";
  samples: Sample[];
};

export const expositionType = "text/plain; version=0.0.4; charset=utf-8";

/** Metrics as Prometheus reads them (its text format 0.0.4). */
export function exposition(metrics: Metric[]): string {
  return metrics.map((metric) => `${linesOf(metric).join("\n")}\n`).join("");
}

/** A figure that stands alone. */
export function gauge(name: string, help: string, value: number): Metric {
  return { name, help, type: "gauge", samples: [{ value }] };
}

function linesOf({ name, help, type, samples }: Metric): string[] {
  return [
    `# HELP ${name} ${escaped(help)}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(
      ({ labels, value, suffix = "" }) => `${name}${suffix}${inBraces(labels)} ${number(value)}`,
    ),
  ];
}

function inBraces(labels: Record<string, string> = {}): string {
  const pairs = Object.entries(labels).map(
    ([key, value]) => `${key}="${escaped(value).replaceAll('"', '\\"')}"`,
  );
  return pairs.length > 0 ? `{${pairs.join(",")}}` : "";
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

function number(value: number): string {
  if (Number.isFinite(value)) return String(value);
  if (Number.isNaN(value)) return "NaN";
  return value > 0 ? "+Inf" : "-Inf";
}
