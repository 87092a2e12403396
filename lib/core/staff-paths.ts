/** Addresses of those who look after the server; part of `paths`. */
export const staffPaths = {
  dashboard: "/admin",
  accounts: "/admin/accounts",
  registration: "/admin/registration",
  invitations: "/admin/invitations",
  applications: "/admin/applications",
  adminEvents: "/admin/events",
  look: "/admin/look",
  defaults: "/admin/defaults",
  federation: "/admin/federation",
  /** Lists of servers: as files, and who exchanges at all. */
  serverLists: "/admin/federation/lists",
  /** What this server does in the background, and its mail. */
  jobs: "/admin/jobs",
  /** What the server is called, and what it says about itself. */
  instance: "/admin/instance",
  /** Rules, terms and privacy. */
  instanceTexts: "/admin/texts",
  /** What the rules of the server hold back until a moderator has read it. */
  heldBack: "/moderation/waiting",
  /** Those rules. */
  safety: "/moderation/rules",
  /** What was reported and waits for somebody to decide. */
  reports: "/moderation/reports",
  /** Everything that moderators did. */
  moderationLog: "/moderation/log",
} as const;
