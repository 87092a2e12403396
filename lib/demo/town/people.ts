import type { Role } from "@/lib/core/context";
import type { Locale } from "@/lib/core/locale";
import { readyMade, readyMadeEmail } from "../roles";

/** Somebody with an account: whoever they are in public, first the one they usually act as. */
export type Townsperson = {
  email: string;
  locale: Locale;
  role: Role;
  /** They wait for a moderator, to whom they wrote this. */
  application?: string;
  identities: { handle: string; name: string; summary: string }[];
};

/** The ready-made four, and those who make the town look lived in. */
export const townspeople: Townsperson[] = [
  {
    email: readyMadeEmail("member"),
    locale: "fr",
    role: readyMade.member.role,
    identities: [
      {
        handle: "lea",
        name: "Léa Fontanel",
        summary: "Je répare des vélos et je chante faux, avec plaisir.",
      },
      {
        handle: "grimpe_du_soir",
        name: "Grimpe du soir",
        summary: "Climbing after work, two evenings a week. **Beginners first**, ropes are there.",
      },
      {
        handle: "compost_pervenches",
        name: "Compost des Pervenches",
        summary: "Le compost du quartier : on ouvre, on retourne, on partage la terre.",
      },
    ],
  },
  {
    email: readyMadeEmail("organizer"),
    locale: "fr",
    role: readyMade.organizer.role,
    identities: [
      {
        handle: "maison_du_pont",
        name: "Maison du Pont",
        summary:
          "La maison de quartier au bord de l’Arve : ateliers, repas, concerts.\n\nYour neighbourhood house by the river. *Everybody is welcome, in any language.*",
      },
      { handle: "hugo", name: "Hugo Mercanton", summary: "" },
    ],
  },
  {
    email: readyMadeEmail("moderator"),
    locale: "fr",
    role: readyMade.moderator.role,
    identities: [
      { handle: "nadia", name: "Nadia Rossier", summary: "Je veille à ce que l’on se parle bien ici." },
    ],
  },
  {
    email: readyMadeEmail("administrator"),
    locale: "en",
    role: readyMade.administrator.role,
    identities: [
      { handle: "claire", name: "Claire Bonnard", summary: "I look after this server. Ask me anything." },
    ],
  },
  person("tom", "Tom Whitaker", "en", "Radios, lamps, toasters: bring them, we’ll see."),
  person("amina", "Amina Diallo", "fr", "Cuisine de rue et grandes tablées."),
  person(
    "the_book_end",
    "The Book End",
    "en",
    "A small bookshop with a long table. We read together once a month.",
  ),
  person("choeur_arve", "Chœur de l’Arve", "fr", "Quarante voix, aucune audition."),
  person("priya", "Priya Nair", "en", "New in town. Show me around?"),
  person("yann", "Yann Le Bihan", "fr", ""),
  person("swing_carouge", "Swing Carouge", "fr", "On danse le lindy hop, en français and in English."),
  person("george", "George Osei", "en", "Chess in the park, coffee afterwards."),
  person(
    "mireille",
    "Mireille Chappuis",
    "fr",
    "Botaniste à la retraite. Je connais tous les arbres de la ville.",
  ),
  person("super_deals_4u", "Super Deals 4U", "en", "Best watches best price!!!"),
  {
    ...person("sandro", "Sandro Ferri", "fr", ""),
    application: "Bonjour, je viens d’emménager et j’aimerais annoncer des soirées jeux. Merci !",
  },
];

function person(handle: string, name: string, locale: Locale, summary: string): Townsperson {
  const identities = [{ handle, name, summary }];
  return { email: `${handle}@people.invalid`, locale, role: "member", identities };
}
