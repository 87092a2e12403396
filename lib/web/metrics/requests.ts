import type { IncomingMessage, ServerResponse } from "node:http";
// Node runs this file without a loader, so there is no "@/" here.
import type { Metric, Sample } from "./exposition.ts";
import { kindOf, type RequestKind } from "./request-kind.ts";

/** Upper bounds of the histogram, in seconds: from a kept page to what somebody gave up waiting for. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Series = { statuses: Map<string, number>; buckets: number[]; seconds: number; count: number };

/** The desk counts, a route tells: they are of different bundles. */
const shared = globalThis as { carillonRequests?: Map<RequestKind, Series> };

/** Counts a request when its answer is out, or broken off. What it is for may be put right until then. */
export function countRequest(request: IncomingMessage, response: ServerResponse): { kind: RequestKind } {
  const counted = { kind: kindOf(request) };
  const began = performance.now();
  response.once("close", () => {
    const status = response.writableFinished ? `${Math.trunc(response.statusCode / 100)}xx` : "aborted";
    addRequest(counted.kind, { status, seconds: (performance.now() - began) / 1000 });
  });
  return counted;
}

/** "kept" if this was to be a page: documents that were kept stay documents. */
export function countAsKept(counted: { kind: RequestKind } | null): void {
  if (counted?.kind === "page") counted.kind = "kept";
}

/** One more request; `status` as a class, e.g. "2xx". */
export function addRequest(
  kind: RequestKind,
  { status, seconds }: { status: string; seconds: number },
): void {
  const series = seriesOf(kind);
  series.statuses.set(status, (series.statuses.get(status) ?? 0) + 1);
  const bucket = bounds.findIndex((bound) => seconds <= bound);
  if (bucket >= 0) series.buckets[bucket]! += 1;
  series.seconds += seconds;
  series.count += 1;
}

/** All requests since the process started. */
export function requestMetrics(): Metric[] {
  const all = [...(shared.carillonRequests ?? [])];
  return [
    {
      name: "carillon_http_requests_total",
      help: "Requests by what they were for and class of status; aborted: the asker did not wait for the end.",
      type: "counter",
      samples: all.flatMap(([kind, { statuses }]) =>
        [...statuses].map(([status, value]) => ({ labels: { kind, status }, value })),
      ),
    },
    {
      name: "carillon_http_request_duration_seconds",
      help: "From the first line of the request to the end of the answer.",
      type: "histogram",
      samples: all.flatMap(([kind, series]) => histogramOf(kind, series)),
    },
  ];
}

function seriesOf(kind: RequestKind): Series {
  shared.carillonRequests ??= new Map();
  const known = shared.carillonRequests.get(kind);
  if (known) return known;
  const made = { statuses: new Map(), buckets: bounds.map(() => 0), seconds: 0, count: 0 };
  shared.carillonRequests.set(kind, made);
  return made;
}

function histogramOf(kind: RequestKind, { buckets, seconds, count }: Series): Sample[] {
  let below = 0;
  const counted = bounds.map((bound, n): Sample => {
    below += buckets[n]!;
    return { suffix: "_bucket", labels: { kind, le: String(bound) }, value: below };
  });
  return [
    ...counted,
    { suffix: "_bucket", labels: { kind, le: "+Inf" }, value: count },
    { suffix: "_sum", labels: { kind }, value: seconds },
    { suffix: "_count", labels: { kind }, value: count },
  ];
}
