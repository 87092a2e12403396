import { generateKeyPairSync, type KeyObject } from "node:crypto";
import postgres from "postgres";
import { Pool } from "undici";
import { signedHeaders } from "@/lib/federation/signature/sign-request";

/** Who sends: each of a server of its own, known to us with the same key. */
export type Senders = { uris: string[]; privateKey: KeyObject; publicPem: string };

type Knock = { headers: Record<string, string>; body: string };

export function makeSenders(count: number): Senders {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicPem = publicKey.export({ type: "spki", format: "pem" }).toString();
  const uris = Array.from({ length: count }, (_, index) => `https://sender-${index}.example/users/grace`);
  return { uris, privateKey, publicPem };
}

/** They sent something before: nobody has to be asked for their keys. */
export async function makeKnown(databaseUrl: string, { uris, publicPem }: Senders): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const hosts = uris.map((uri) => new URL(uri).host);
  await sql`
    with senders as (
      insert into actors (id, kind, handle, domain, uri, name)
      select gen_random_uuid(), 'person', 'grace', host, uri, 'Grace'
      from unnest(${uris}::text[], ${hosts}::text[]) as sender (uri, host) returning id, uri)
    insert into actor_keys (uri, actor_id, public_pem) select uri || '#main-key', id, ${publicPem} from senders`;
  await sql`insert into servers (domain) select unnest(${hosts}::text[])`;
  await sql.end({ timeout: 5 });
}

/** So many different activities for one inbox, signed, by one sender after the other. */
export function signKnocks(inbox: string, { uris, privateKey }: Senders, names: string[]): Promise<Knock[]> {
  const url = new URL(inbox);
  return Promise.all(
    names.map(async (name, index) => {
      const actor = uris[index % uris.length]!;
      const id = `${actor}#likes/${name}`;
      const object = `${url.origin}/events/abcdefghjk2345`;
      const context = "https://www.w3.org/ns/activitystreams";
      const body = JSON.stringify({ "@context": context, id, type: "Like", actor, object });
      const key = { uri: `${actor}#main-key`, privateKey };
      return { body, headers: await signedHeaders(key, { method: "POST", url, body, date: new Date() }) };
    }),
  );
}

/** Sends them all, so many at a time, and answers with how many were taken in a second. */
export async function sendKnocks(inbox: string, knocks: Knock[], connections: number): Promise<number> {
  const { origin, pathname: path } = new URL(inbox);
  const pool = new Pool(origin, { connections });
  const left = knocks.values();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const { headers, body } of left) {
        const answer = await pool.request({ method: "POST", path, headers, body });
        const text = await answer.body.text();
        if (answer.statusCode !== 202) throw new Error(`${inbox} answered ${answer.statusCode}: ${text}`);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  return knocks.length / seconds;
}
