// The rooms: a room may import only rooms on floors below it, not above, not beside.
const { readdirSync } = require("node:fs");

/** Top floor first. Rooms on one floor do not know each other. */
const floors = [
  ["app"],
  ["components"],
  ["lib/web"],
  ["lib/worker"],
  ["lib/demo"],
  ["lib/federation"],
  ["lib/departure"],
  ["lib/notifications"],
  ["lib/moderation", "lib/feeds"],
  ["lib/participation", "lib/comments"],
  ["lib/events"],
  ["lib/groups"],
  ["lib/identities"],
  ["lib/safety"],
  ["lib/accounts"],
  ["lib/media", "lib/mail"],
  ["lib/instance"],
  ["lib/journal"],
  ["lib/jobs"],
  ["lib/core"],
  ["db"],
];
const rooms = floors.flat();
const tests = "\\.(test|spec)\\.tsx?$";

/** Files of domains that ask nobody for anything, so that a browser could run them. */
const pure =
  "^lib/[^/]+/(search/(input|address|when)|look/input|blocks/input|defaults/input|hosts/input|lists/input|by-mail/input|questions/input|texts/input|announcements/input|invitations/input|input|retention|policy|rules|categories|metadata|language|differences|sources|online-address|address)\\.ts$";

const floorRules = rooms.map((room) => {
  const below = floors.slice(floors.findIndex((floor) => floor.includes(room)) + 1).flat();
  return {
    name: `floor of ${room}`,
    comment: `${room} imports only rooms on floors below it.`,
    severity: "error",
    from: { path: `^${room}/` },
    to: {
      path: "^(app|components|lib|db|e2e|scripts|bench)/",
      pathNot: [room, ...below].map((name) => `^${name}/`),
    },
  };
});

/** One rule a folder, because the names of folders hold characters that mean something in patterns. */
const routeRules = foldersIn("app").map((folder) => ({
  name: `routes: ${folder}`,
  comment: "A route imports no other route's files: what two routes share stands in components or lib.",
  severity: "error",
  from: { path: `^${escaped(folder)}/[^/]+$` },
  to: { path: "^app/", pathNot: [`^${escaped(folder)}/[^/]+$`, "\\.css$"] },
}));

const rules = [
  {
    name: "no circles",
    severity: "error",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "no values of db in app",
    comment: "Doors call domain functions; only types of the database pass.",
    severity: "error",
    from: { path: "^app/", pathNot: tests },
    to: { path: "^db/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "components get data and actions as props",
    comment: "They import neither the database nor queries and commands; types and pure functions are fine.",
    severity: "error",
    from: { path: "^components/", pathNot: tests },
    to: {
      path: "^(db/|lib/)",
      pathNot: ["^lib/(core|web|feeds)/", pure, "/(input|policy)/"],
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "pure functions ask nobody",
    severity: "error",
    from: { path: pure },
    to: {
      path: "^(db/|lib/core/(database|log)\\.ts$|lib/(journal|jobs|web)/)",
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "no domain in components/ui",
    severity: "error",
    from: { path: "^components/ui/" },
    to: { path: "^(components/(?!ui/)|lib/(?!core/)|db/)" },
  },
  {
    name: "no domain in components/forms",
    severity: "error",
    from: { path: "^components/forms/" },
    to: { path: "^(components/(?!ui/|forms/)|lib/(?!core/|web/)|db/)" },
  },
  {
    name: "the framework only in lib/web",
    comment: "The house knows nothing of Next.js and React: the worker and other doors use it too.",
    severity: "error",
    from: { path: "^(lib/(?!web/)|db/)" },
    to: { path: "node_modules/(next|next-auth|next-intl|react|react-dom|@auth/[^/]+)/" },
  },
  {
    name: "who is behind an identity",
    comment:
      "The link of account and identity is read by lib/accounts, lib/identities and one audited function.",
    severity: "error",
    from: {
      path: "^(?!db/)",
      pathNot:
        "^(lib/(accounts/|identities/|demo/town/plant-people\\.ts$|moderation/reveal-account\\.ts$)|scripts/seeding/)",
    },
    to: { path: "^db/schema/account-identities\\.ts$" },
  },
  {
    name: "the schema has no barrel",
    comment: "It would carry account_identities to everybody: import a table's own file.",
    severity: "error",
    from: {},
    to: { path: "^db/schema/index\\.ts$" },
  },
  {
    name: "end-to-end tests meet the app from outside",
    severity: "error",
    from: { path: "^e2e/" },
    // But for the tables of what there is, so that a new page or handler is asked without being told.
    to: {
      path: "^(app|components|lib|db|scripts)/",
      pathNot: "^(components/admin/sections|lib/core/paths|lib/web/testing/doors)\\.ts$",
    },
  },
  {
    name: "nothing runs on what only tests need",
    severity: "error",
    from: { path: "^(app|components|lib|db)/", pathNot: [tests, "/testing/"] },
    to: { path: "^(db/testing/|scripts/|e2e/|bench/)" },
  },
  {
    name: "no development packages in what runs",
    severity: "error",
    from: { path: "^(app|components|lib|db)/", pathNot: [tests, "/testing/"] },
    to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "what is imported exists",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [...floorRules, ...routeRules, ...rules],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|public)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};

function foldersIn(folder) {
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...inside.flatMap(({ name }) => foldersIn(`${folder}/${name}`))];
}

function escaped(text) {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
