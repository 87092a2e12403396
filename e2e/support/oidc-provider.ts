import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type CryptoKey, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** Somebody with an account at the provider. */
export type Known = { sub: string; name: string; email?: string; email_verified?: boolean };

/** An OpenID provider that says what it is told to, also wrongly. Its own page asks as whom to go on. */
export type Provider = {
  issuer: string;
  people: Known[];
  /** Goes over what its ID tokens say. */
  lie: JWTPayload;
  /** Goes over what it says of people beside the token. */
  lieAbout: Partial<Known>;
  stop(): Promise<void>;
};

/** Whom it gives tokens to. */
export const CLIENT = { id: "carillon", secret: "a-secret-of-the-test" };

type Books = {
  codes: Map<string, { query: URLSearchParams; person: Known }>;
  tokens: Map<string, Known>;
  key: CryptoKey;
};
type Asked = { provider: Provider; books: Books; query: URLSearchParams; request: IncomingMessage };
type Answer = { status?: number; location?: string; json?: unknown; html?: string };

/** Starts a provider on a free port of this machine. It takes a code once, and only with its PKCE verifier. */
export async function startProvider(): Promise<Provider> {
  const { privateKey: key } = await generateKeyPair("RS256");
  const books: Books = { codes: new Map(), tokens: new Map(), key };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? "/", provider.issuer);
    const answer = await (answers[pathname] ?? nothing)({ provider, books, query, request });
    send(response, answer);
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", () => settle()));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((settle) => server.close(() => settle()));
  };
  const provider: Provider = { issuer, people: [], lie: {}, lieAbout: {}, stop };
  return provider;
}

const answers: Record<string, (asked: Asked) => Answer | Promise<Answer>> = {
  "/.well-known/openid-configuration": ({ provider: { issuer } }) => ({
    json: {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      code_challenge_methods_supported: ["S256"],
    },
  }),
  "/authorize": askAsWhom,
  "/go-on": goOn,
  "/token": giveToken,
  "/userinfo": ({ provider, books, request }) => {
    const person = books.tokens.get((request.headers.authorization ?? "").replace(/^Bearer /i, ""));
    return person ? { json: { ...person, ...provider.lieAbout } } : { status: 401 };
  },
};

const nothing = (): Answer => ({ status: 404 });

function askAsWhom({ provider, query }: Asked): Answer {
  const wayOn = (as: string) => `/go-on?${new URLSearchParams({ ...Object.fromEntries(query), as })}`;
  const link = (as: string, words: string) =>
    `<p><a href="${wayOn(as).replaceAll("&", "&amp;")}">${words}</a></p>`;
  const links = provider.people.map(({ sub, name }) => link(sub, `Go on as ${name}`));
  return { html: `<h1>Provider</h1>${links.join("")}${link("", "Turn back")}` };
}

function goOn({ provider, books, query }: Asked): Answer {
  const person = provider.people.find(({ sub }) => sub === query.get("as"));
  const code = randomUUID();
  if (person) books.codes.set(code, { query, person });
  const answer = { ...(person ? { code } : { error: "access_denied" }), state: query.get("state") ?? "" };
  return { location: `${query.get("redirect_uri")}?${new URLSearchParams(answer)}` };
}

async function giveToken({ provider, books, request }: Asked): Promise<Answer> {
  const form = new URLSearchParams(await bodyOf(request));
  const code = form.get("code") ?? "";
  const found = books.codes.get(code);
  books.codes.delete(code);
  const isClient = request.headers.authorization === `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}`;
  if (!found || !isClient || !isProven(found.query, form))
    return { status: 400, json: { error: "invalid_grant" } };
  const accessToken = randomUUID();
  books.tokens.set(accessToken, found.person);
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: provider.issuer, sub: found.person.sub, aud: found.query.get("client_id") ?? "" };
  const times = { iat: now, exp: now + 300, nonce: found.query.get("nonce") };
  const idToken = await new SignJWT({ ...claims, ...times, ...provider.lie })
    .setProtectedHeader({ alg: "RS256" })
    .sign(books.key);
  return { json: { access_token: accessToken, token_type: "Bearer", expires_in: 300, id_token: idToken } };
}

function isProven(query: URLSearchParams, form: URLSearchParams): boolean {
  const proof = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  const isVerified = query.get("code_challenge_method") === "S256" && query.get("code_challenge") === proof;
  return isVerified && form.get("redirect_uri") === query.get("redirect_uri");
}

function send(response: ServerResponse, { status, location, json, html }: Answer): void {
  if (location) response.writeHead(302, { location }).end();
  else if (html)
    response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>P</title>${html}`);
  else
    response.writeHead(status ?? 200, { "content-type": "application/json" }).end(JSON.stringify(json ?? {}));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
