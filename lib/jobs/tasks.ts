/** Every kind of job and what it carries: ids only, never secrets or texts. */
export type Tasks = {
  /** A fact is there: find out who wants to hear of it. */
  hear: { factId: number };
  /** One reader hears one fact. */
  tell: { reader: string; factId: number };
  "send-mail": { mailId: string };
  /** Some of the mails of one round. */
  "send-mails": { mailIds: string[] };
  "process-picture": { mediaId: string };
  /** By then its row is gone; the name is random, and part of no path but that of its files. */
  "remove-picture": { name: string };
  /** Look whether the page that a line of an identity leads to links back. */
  "verify-field": { fieldId: string };
  /** Cancels, leaves and forgets what an identity that is gone has here. */
  "erase-identity": { actorId: string };
  /** Deletes an account whose grace is over. */
  "erase-account": { accountId: string };
  /** Publishes a draft whose time has come. */
  "publish-event": { eventId: string };
  /** Takes an event away that was deleted a minute ago. */
  "erase-event": { eventId: string };
  /** The time to take an offered place is up. */
  "end-offer": { participationId: string };
  /** The time of what a host wrote has come. */
  "send-announcement": { announcementId: string };
  /** Letters to the next of its readers, those after this participation. */
  "mail-announcement": { announcementId: string; after?: string };
  "make-export": { exportId: string };
  /** Another server sent something. */
  "handle-activity": { receivedId: string };
  /** Somebody handed on what another server says: ask that one. Ids alone. */
  "take-forwarded": { type: string; actor: string; id: string; object: string | null };
  /** Somebody elsewhere is said to be gone, by nobody knows whom: ask their own server. */
  "take-farewell": { actorId: string };
  /** Send what waits for this server, in its order. */
  deliver: { domain: string };
  /** Ask a server what software it runs. */
  "ask-server": { domain: string };
  /** Another server's actor is asked for again. */
  "refresh-actor": { actorId: string };
  /** Another server's event is asked for again. */
  "refresh-event": { eventId: string };
  /** Take in what an actor of another server announced before somebody here followed it. */
  backfill: { actorId: string };
  /** Administrators decided about servers: what was taken in of them before is shown or hidden accordingly. */
  "apply-domain-policies": Record<string, never>;
  /** Take in a picture of another server that an actor or event shows. */
  "fetch-picture": { kind: "avatar" | "banner" | "event"; ofId: string };
  /** An actor of another server is gone there: so is here what it left. */
  "forget-actor": { actorId: string };
  /** Write anew what events are found by. Nothing does it by itself: it is for administrators. */
  "rebuild-search": Record<string, never>;
};
