import type { Role } from "@/lib/core/context";
import { READY_MADE_DOMAIN } from "@/lib/core/demo";

/** Whom everybody may be with one click. */
export const demoRoles = ["member", "organizer", "moderator", "administrator"] as const;

export type DemoRole = (typeof demoRoles)[number];

/** The name of each one's first identity, and what the account may do. */
export const readyMade: Record<DemoRole, { handle: string; role: Role }> = {
  member: { handle: "lea", role: "member" },
  organizer: { handle: "maison_du_pont", role: "member" },
  moderator: { handle: "nadia", role: "moderator" },
  administrator: { handle: "claire", role: "administrator" },
};

export function readyMadeEmail(role: DemoRole): string {
  return `${role}@${READY_MADE_DOMAIN}`;
}
