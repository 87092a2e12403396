import type { Command, Option } from "./command";

const as: Option = {
  type: "string",
  about: "Who decides, for the moderation log: EMAIL of an administrator",
};
const role = "ROLE is member, moderator or administrator";

/** All commands by their names, in the order of the help. */
export const commands: Record<string, Command> = {
  "account create": {
    words: "EMAIL",
    about: "Makes an account with an identity, and prints a link with which its owner chooses a password.",
    options: {
      handle: { type: "string", about: "The identity's handle, such as ada (needed)" },
      name: { type: "string", about: "The identity's name; else its handle" },
      role: { type: "string", about: role },
      locale: { type: "string", about: "en (or not said) or fr" },
      zone: { type: "string", about: "Time zone, such as Europe/Paris; else that of this machine" },
    },
    load: async () => (await import("./account/create")).create,
  },
  "account role": {
    words: "EMAIL ROLE",
    about: `Says what an account may do for the server: ${role}.`,
    load: async () => (await import("./account/role")).role,
  },
  "account reset-password": {
    words: "EMAIL",
    about: "Prints a link with which the account's owner chooses another password.",
    options: { mail: { type: "boolean", about: "Mails the link to them instead of printing it" } },
    load: async () => (await import("./account/reset-password")).resetPassword,
  },
  "account delete": {
    words: "EMAIL",
    about: "Deletes an account with all its identities and their events, as when its owner asks for it.",
    options: {
      now: { type: "boolean", about: "At once and without a mail, not in seven days" },
      yes: { type: "boolean", about: "You are sure" },
    },
    load: async () => (await import("./account/delete")).remove,
  },
  "instance show": {
    words: "",
    about: "Prints what administrators decided about this server.",
    load: async () => (await import("./instance/show")).show,
  },
  "instance set": {
    words: "NAME [VALUE…]",
    about: "Decides something about this server; without VALUE it is emptied. Names: see instance show.",
    options: { file: { type: "string", about: "A file with the value, such as the rules" }, as },
    load: async () => (await import("./instance/set")).set,
  },
  "domain block": {
    words: "DOMAIN",
    about: "Decides about another server and all below its name; it is suspended unless said otherwise.",
    options: {
      severity: { type: "string", about: "suspend, silence, reject_media or allow" },
      reason: { type: "string", about: "What everybody may read about it" },
      note: { type: "string", about: "What administrators may read about it" },
      as,
    },
    load: async () => (await import("./domain/block")).block,
  },
  "domain unblock": {
    words: "DOMAIN",
    about: "Takes back what was decided about another server.",
    options: { as },
    load: async () => (await import("./domain/unblock")).unblock,
  },
  "domain import": {
    words: "FILE",
    about:
      "Reads decisions about servers from a CSV file as Mastodon exports it, or from - (standard input).",
    options: {
      preview: { type: "boolean", about: "Only says what would change" },
      replace: { type: "boolean", about: "Also changes what was decided otherwise here" },
      as,
    },
    load: async () => (await import("./domain/import")).importList,
  },
  "domain export": {
    words: "[FILE]",
    about: "Prints, or writes to a file, all decisions about servers, as Mastodon imports them.",
    options: { as },
    load: async () => (await import("./domain/export")).exportList,
  },
  "federation follow": {
    words: "ADDRESS",
    about: "Follows a server (bells.example) or somebody there (events@bells.example) as this server.",
    options: { as },
    load: async () => (await import("./federation/follow")).follow,
  },
  "federation refresh": {
    words: "[ADDRESS]",
    about:
      "Asks again for a server, for somebody or something there, or for all that was not asked for lately.",
    options: { as },
    load: async () => (await import("./federation/refresh")).refresh,
  },
  "media clean": {
    words: "",
    about: "Throws away pictures that nothing shows, uploads that were left, and old previews.",
    load: async () => (await import("./media/clean")).clean,
  },
  "mail test": {
    words: "ADDRESS",
    about: "Sends a mail at once, and says what hinders it.",
    options: { locale: { type: "string", about: "en (or not said) or fr" } },
    load: async () => (await import("./mail/test-mail")).testMail,
  },
  "demo wipe": {
    words: "",
    about: "Brings a demonstration (DEMO=1) back to how it began; whatever visitors made is gone.",
    load: async () => (await import("./demo/wipe")).wipe,
  },
  doctor: {
    words: "",
    about: "Checks settings, disk, database, jobs, mail, clock and public address, and says what to do.",
    alone: async () => (await import("./doctor/doctor")).doctor,
  },
};
