import { statfs } from "node:fs/promises";
import { isDemo } from "@/lib/core/demo";
import { env } from "@/lib/core/env";
import { version } from "@/lib/core/version";
import { listServerFollows } from "@/lib/federation/administration/follows";
import { readInstance } from "@/lib/instance/settings";
import { countJobs } from "@/lib/instance/work/jobs";
import { countMails } from "@/lib/mail/administration/list";
import { weighPictures } from "@/lib/media/weigh";
import { countAccounts, countContents, readMachine } from "./dashboard-counts";
import type { Staff } from "./staff";
import { wayOut } from "./work-reading";

export type Dashboard = Awaited<ReturnType<typeof readDashboard>>;
export type Warning = { about: (typeof warnings)[number]; count: number };

/** What administrators are told first, the most urgent at the top. */
export const warnings = [
  "disk",
  "jobsLate",
  "mailsLate",
  "mailsRefused",
  "jobsGivenUp",
  "noMail",
  "casesOld",
  "noContact",
] as const;

const GIGABYTE = 1e9;
const LEAST_ROOM = 2 * GIGABYTE;
const LATE_SECONDS = 600;
const OLD_CASE_DAYS = 3;

/** How the server is, at a glance. For administrators. */
export async function readDashboard(staff: Staff) {
  const { db, now } = staff;
  const [accounts, contents, machine, work, mails, follows, settings, disk, pictures] = await Promise.all([
    countAccounts(db, now),
    countContents(db, now),
    readMachine(db),
    countJobs(staff),
    countMails(staff),
    listServerFollows(staff),
    readInstance(db),
    roomLeft(),
    weighPictures(db, now),
  ]);
  const followed = follows.filter(
    ({ direction, status }) => direction === "out" && status === "accepted",
  ).length;
  const jobs = { ...jobsOf(work.kinds), isMore: work.isMore };
  const figures = {
    accounts,
    contents,
    machine: { ...machine, disk, pictures, version },
    jobs,
    mails,
    followed,
  };
  return { ...figures, warnings: warningsOf(figures, { now, hasContact: settings.contact !== "" }) };
}

function jobsOf(kinds: { waiting: number; failing: number; givenUp: number }[]) {
  const sum = (key: "waiting" | "failing" | "givenUp") => kinds.reduce((total, kind) => total + kind[key], 0);
  return { waiting: sum("waiting"), failing: sum("failing"), givenUp: sum("givenUp") };
}

/** Bytes that are free where the data is; null: the machine does not tell. */
async function roomLeft(): Promise<number | null> {
  const found = await statfs(env().DATA_DIR).catch(() => null);
  return found && found.bavail * found.bsize;
}

type Figures = {
  machine: { disk: number | null; lateSeconds: number; lateMails: number; oldestCase: Date | null };
  jobs: { givenUp: number };
  mails: { refused: number };
};

function warningsOf(
  { machine, jobs, mails }: Figures,
  { now, hasContact }: { now: Date; hasContact: boolean },
): Warning[] {
  const caseDays = machine.oldestCase ? (now.getTime() - machine.oldestCase.getTime()) / 86_400_000 : 0;
  const counts: Record<Warning["about"], number> = {
    disk: machine.disk !== null && machine.disk < LEAST_ROOM ? machine.disk / GIGABYTE : 0,
    jobsLate: machine.lateSeconds > LATE_SECONDS ? Math.floor(machine.lateSeconds / 60) : 0,
    mailsLate: machine.lateMails,
    mailsRefused: mails.refused,
    jobsGivenUp: jobs.givenUp,
    noMail: wayOut() === "file" && !isDemo() ? 1 : 0,
    casesOld: caseDays > OLD_CASE_DAYS ? Math.floor(caseDays) : 0,
    noContact: hasContact ? 0 : 1,
  };
  return warnings.filter((about) => counts[about] > 0).map((about) => ({ about, count: counts[about] }));
}
