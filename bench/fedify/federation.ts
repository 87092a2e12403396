import { createFederation, generateCryptoKeyPair, getDocumentLoader, MemoryKvStore } from "@fedify/fedify";
import { Endpoints, Event, Like, Person, PUBLIC_COLLECTION } from "@fedify/fedify/vocab";

const pair = await generateCryptoKeyPair("RSASSA-PKCS1-v1_5");

/** Everything in memory, listeners that do nothing, no queue, no database: as little as Fedify can do. */
export const federation = createFederation<void>({
  kv: new MemoryKvStore(),
  documentLoaderFactory: () => async (documentUrl) => ({
    contextUrl: null,
    documentUrl,
    document: sender(documentUrl.replace(/#.*/, "")),
  }),
  contextLoaderFactory: () => getDocumentLoader(),
});

federation
  .setActorDispatcher("/users/{identifier}", async (ctx, identifier) => {
    const [keys] = await ctx.getActorKeyPairs(identifier);
    return new Person({
      id: ctx.getActorUri(identifier),
      preferredUsername: identifier,
      name: "Ada Marchand",
      summary: "<p>One of us.</p>",
      url: ctx.getActorUri(identifier),
      inbox: ctx.getInboxUri(identifier),
      endpoints: new Endpoints({ sharedInbox: ctx.getInboxUri() }),
      publicKey: keys?.cryptographicKey ?? null,
    });
  })
  .setKeyPairsDispatcher(() => [pair]);

federation.setObjectDispatcher(
  Event,
  "/events/{slug}",
  (ctx, { slug }) =>
    new Event({
      id: ctx.getObjectUri(Event, { slug }),
      attribution: ctx.getActorUri("ada"),
      to: PUBLIC_COLLECTION,
      name: "Repair café",
      summary: "<p>Tomorrow, 19:00, in the town hall</p>",
      content: "<p>Bring what is broken.</p>".repeat(10),
      url: ctx.getObjectUri(Event, { slug }),
    }),
);

federation.setInboxListeners("/users/{identifier}/inbox", "/inbox").on(Like, () => {});

/** The document of whoever signs, which it would have to fetch from there. */
function sender(id: string) {
  return {
    "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
    id,
    type: "Person",
    preferredUsername: "grace",
    inbox: `${id}/inbox`,
    publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem: process.env.SENDER_KEY },
  };
}
