import type { Actor, Context } from "@/lib/core/context";

/** A context in which a moderator or administrator acts. */
export type StaffContext = Context & { actor: Extract<Actor, { kind: "account" }> };
