import { createServer } from "node:http";
import next from "next";
import { locales } from "../lib/core/locale.ts";
import { handToInbox } from "../lib/web/inbox-path.ts";
import { countAsKept, countRequest } from "../lib/web/metrics/requests.ts";
import { nameRequest } from "../lib/web/request-id.ts";
import { setClientAddress } from "../lib/web/security/client-address.ts";
import { setPagePolicy } from "../lib/web/security/page-policy.ts";
import { settleLanguage } from "../lib/web/visitor/accept-language.ts";
import { answerKept } from "../lib/web/visitor/answer-kept.ts";
import { settleAccept } from "../lib/web/visitor/document-path.ts";
import { keptPages } from "../lib/web/visitor/kept-pages.ts";

/**
 * The web server of `npm start`: Next, and before it a desk that hands kept pages to visitors and kept documents
 * to servers, takes in what those send, says who asks and for which of the two, gives requests their ids and all other
 * pages their policy. Runs on Node's own type stripping, without a loader, so it imports files with their endings. The
 * launcher gives it its settings.
 */
const hostname = process.env.HOST;
const port = Number(process.env.PORT);
const origin = process.env.ORIGIN ?? "";
const isDemo = process.env.DEMO?.trim() === "1";
const isCounted = Boolean(process.env.METRICS_TOKEN?.trim());
const app = next({ hostname, port, quiet: true });
await app.prepare();
const answer = app.getRequestHandler();
const server = createServer((request, response) => {
  const counted = isCounted ? countRequest(request, response) : null;
  const id = nameRequest(request);
  if (isDemo) response.setHeader("X-Robots-Tag", "noindex, nofollow"); // nothing of it is true for long
  settleLanguage(request, { language: keptPages().language, locales });
  if (answerKept(request, response)) return countAsKept(counted);
  response.setHeader("X-Request-Id", id);
  setClientAddress(request);
  if (handToInbox(request, response)) return;
  setPagePolicy(request, response, { origin, tiles: keptPages().tileOrigin });
  settleAccept(request);
  void answer(request, response);
});
server.listen(port, hostname);

process.once("SIGTERM", async () => {
  const closed = new Promise((settle) => server.close(settle));
  server.closeIdleConnections();
  const { carillonStop } = globalThis as { carillonStop?: () => Promise<unknown> };
  await Promise.all([closed, carillonStop?.()]);
  process.exit(0);
});
