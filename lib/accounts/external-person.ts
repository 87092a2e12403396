/** Somebody as an OIDC provider vouches for them. */
export type ExternalPerson = {
  issuer: string;
  /** Who they are at the issuer: theirs for good, unlike name and address. */
  subject: string;
  /** Null: it knows none, or does not say that it is theirs. */
  email: string | null;
  name: string;
};
