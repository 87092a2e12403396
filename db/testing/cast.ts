/** The people of tests, of the seeded town and of demonstrations. Identities of one person are listed together. */
export const cast = {
  ada: {
    email: "ada@example.org",
    locale: "fr",
    zone: "Europe/Paris",
    role: "member",
    identities: [
      {
        handle: "ada",
        name: "Ada Marchand",
        summary: "I run the **repair café** of the Maison des Associations, every last Thursday.",
      },
      { handle: "la_grimpe", name: "La Grimpe", summary: "Climbing for beginners, on Sunday mornings." },
    ],
  },
  grace: {
    email: "grace@example.org",
    locale: "en",
    zone: "America/Montreal",
    role: "member",
    identities: [{ handle: "grace", name: "Grace Hopper", summary: "Old radios, new friends." }],
  },
  linus: {
    email: "linus@example.org",
    locale: "en",
    zone: "Europe/Helsinki",
    role: "moderator",
    identities: [{ handle: "linus", name: "Linus T.", summary: "" }],
  },
  rosa: {
    email: "rosa@example.org",
    locale: "fr",
    zone: "Europe/Paris",
    role: "member",
    identities: [
      { handle: "choeur_des_pentes", name: "Chœur des Pentes", summary: "Tout le monde chante." },
      { handle: "rosa", name: "Rosa Delmas", summary: "" },
    ],
  },
  amir: {
    email: "amir@example.org",
    locale: "fr",
    zone: "Europe/Paris",
    role: "member",
    identities: [
      { handle: "jardin_lilas", name: "Jardin des Lilas", summary: "Jardin partagé, ouvert le mercredi." },
    ],
  },
  vera: {
    email: "vera@example.org",
    locale: "en",
    zone: "Europe/London",
    role: "administrator",
    identities: [{ handle: "vera", name: "Vera Stark", summary: "Looks after this server." }],
  },
} as const;

export type CastName = keyof typeof cast;
export type CastHandle = (typeof cast)[CastName]["identities"][number]["handle"];
