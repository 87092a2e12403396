import type { Role } from "@/lib/core/context";
import type { paths } from "@/lib/core/paths";

const groups = ["overview", "people", "safety", "here", "elsewhere"] as const;
export type Group = (typeof groups)[number];

const administrators: Role[] = ["administrator"];
const staff: Role[] = ["moderator", "administrator"];

/**
 * The pages for those who look after the server: who sees them, and under which heading. A key is one of `paths` and of
 * the texts `admin.sections`. In a group they stand in this order; its heading leads to the first.
 */
export const sections = {
  dashboard: { group: "overview", roles: administrators },
  accounts: { group: "people", roles: administrators },
  applications: { group: "people", roles: staff },
  registration: { group: "people", roles: administrators },
  invitations: { group: "people", roles: administrators },
  reports: { group: "safety", roles: staff },
  heldBack: { group: "safety", roles: staff },
  safety: { group: "safety", roles: staff },
  moderationLog: { group: "safety", roles: staff },
  instance: { group: "here", roles: administrators },
  instanceTexts: { group: "here", roles: administrators },
  look: { group: "here", roles: administrators },
  defaults: { group: "here", roles: administrators },
  adminEvents: { group: "here", roles: administrators },
  jobs: { group: "here", roles: administrators },
  federation: { group: "elsewhere", roles: administrators },
} satisfies Partial<Record<keyof typeof paths, { group: Group; roles: Role[] }>>;

export type Section = keyof typeof sections;

/** How many things wait in a section. */
export type SectionCounts = Partial<Record<Section, number>>;

/** The groups that somebody sees, with their sections; none is empty. */
export function sectionsFor(role: Role): { group: Group; own: Section[] }[] {
  const own = (Object.keys(sections) as Section[]).filter((key) => sections[key].roles.includes(role));
  return groups
    .map((group) => ({ group, own: own.filter((key) => sections[key].group === group) }))
    .filter(({ own }) => own.length > 0);
}
