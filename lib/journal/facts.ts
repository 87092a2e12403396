/** Everything that can happen and that somebody may have to be told. Payloads hold ids, never texts. */
export type Fact =
  | { kind: "account.created"; accountId: string }
  /** Somebody tried to sign up with the address of an account that exists. */
  | { kind: "account.claimed"; accountId: string }
  | { kind: "account.confirmed"; accountId: string }
  | { kind: "identity.created"; actorId: string }
  | { kind: "identity.updated"; actorId: string }
  | { kind: "event.published"; eventId: string; organizerId: string }
  | { kind: "event.updated"; eventId: string; organizerId: string; changed: string[] }
  | { kind: "event.cancelled"; eventId: string; organizerId: string }
  | { kind: "participation.requested"; eventId: string; participationId: string }
  | { kind: "participation.approved"; eventId: string; participationId: string }
  | { kind: "participation.rejected"; eventId: string; participationId: string }
  | { kind: "participation.left"; eventId: string; participationId: string }
  | { kind: "media.ready"; mediaId: string };

export type FactKind = Fact["kind"];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** A fact as the journal keeps it. */
export type Recorded<F extends Fact = Fact> = F & { factId: number; origin: "local" | "remote"; at: Date };
