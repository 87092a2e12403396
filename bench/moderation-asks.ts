import { listAccounts } from "@/lib/accounts/administration/list";
import type { Context } from "@/lib/core/context";
import { countCases, listCases } from "@/lib/moderation/cases/list";
import { listLog } from "@/lib/moderation/log/list";
import { listTemplates } from "@/lib/moderation/templates";
import { listWaiting } from "@/lib/moderation/waiting/list";
import { readDashboard } from "@/lib/web/dashboard-reading";
import { readFederation } from "@/lib/web/federation-reading";
import type { Staff } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { readWork } from "@/lib/web/work-reading";
import type { Ask } from "./million-asks";

const AIM = 100;

/** Pages of those who look after a server: all that one reads, with what waits for them in its frame. */
export function pagesOf(staff: Staff): Ask[] {
  const page = (name: string, ...reads: ((ctx: Context) => Promise<unknown>)[]): Ask => ({
    name,
    aim: AIM,
    ask: (db) => {
      const asking = { ...staff, db, now: new Date() };
      return Promise.all([countForStaff(asking), ...reads.map((read) => read(asking))]);
    },
  });
  const log = (name: string, filter: Parameters<typeof listLog>[1]) =>
    page(`log, ${name}`, (ctx) => listLog(ctx, filter));
  const cases = (name: string, filter: Parameters<typeof listCases>[1]) =>
    page(`queue, ${name}`, countCases, (ctx) => listCases(ctx, filter));
  const accounts = (name: string, search: Parameters<typeof listAccounts>[1]) =>
    page(`accounts, ${name}`, (ctx) => listAccounts(ctx, search));
  const waiting = (name: string, number: number) =>
    page(`waiting, ${name}`, listTemplates, (ctx) => listWaiting(ctx, number));
  const federation = (name: string, asked: Parameters<typeof readFederation>[1]) =>
    page(`other servers, ${name}`, (ctx) => readFederation({ ...staff, ...ctx } as Staff, asked));
  const jobs = (name: string, asked: Parameters<typeof readWork>[1]) =>
    page(`jobs and mail, ${name}`, (ctx) => readWork({ ...staff, ...ctx } as Staff, asked));
  const far = { id: "00000000-0000-4000-8000-000000000000", reportedAt: day(6.9) };
  return [
    page("overview", (ctx) => readDashboard({ ...staff, ...ctx } as Staff)),
    jobs("first page", {}),
    jobs("later page", { job: "50000" }),
    accounts("first page", {}),
    accounts("an address", { q: "person77777@mail27.example" }),
    accounts("nobody's address", { q: "nobody@nowhere.example" }),
    accounts("locked", { state: "locked" }),
    accounts("administrators", { role: "administrator" }),
    federation("first page", {}),
    federation("last page", { page: "1000", policies: "1000" }),
    waiting("first page", 1),
    waiting("last page", 50),
    cases("first page", { tab: "open" }),
    cases("last page", { tab: "open", after: far }),
    cases("one category", { tab: "open", category: "illegal" }),
    cases("none of a kind", { tab: "open", kind: "comment" }),
    log("first page", {}),
    log("last page", { before: 50 }),
    log("a rare action", { action: "account.revealed" }),
    log("about one person", { handle: "p7@s7.example" }),
    log("a day two years ago", { from: day(650), until: day(649) }),
    log("a rare action on that day", { action: "account.revealed", from: day(650), until: day(649) }),
    log("one person on that day", { handle: "p7@s7.example", from: day(650), until: day(649) }),
  ];
}

function day(ago: number): Date {
  return new Date(Date.now() - ago * 86_400_000);
}
