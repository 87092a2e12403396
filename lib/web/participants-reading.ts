import { connection } from "@/lib/core/database";
import { type ParticipantTab, statusOfTab } from "@/lib/participation/lists/input";
import { listByName, listParticipants, PARTICIPANTS_PER_PAGE } from "@/lib/participation/lists/list";
import { type Tallies, tallyParticipants } from "@/lib/participation/lists/tally";
import { holding } from "@/lib/participation/places";
import { listQuestions } from "@/lib/participation/questions/queries";
import { findOpenable } from "./openable";
import { pageFrom } from "./page-number";
import type { Viewer } from "./viewer";

/** How many stand where: everybody, and of them those who are looked for. */
export async function readTallies(eventId: string, text: string) {
  const { db } = connection();
  const all = await tallyParticipants(db, { eventId });
  const found = text ? await tallyParticipants(db, { eventId, text }) : all;
  return { all, found, held: holding.reduce((sum, status) => sum + (all[status]?.seats ?? 0), 0) };
}

type Asked = { eventId: string; tab: ParticipantTab; text: string; page: unknown; found: Tallies };

/** One page of the list, for a host. `openable`: ids of the identities whose pages the reader may open. */
export async function readParticipants(viewer: Viewer, { eventId, tab, text, found, page: asked }: Asked) {
  const { db } = connection();
  const status = statusOfTab[tab];
  const { page, pageCount } = pageFrom(typeof asked === "string" ? asked : undefined, {
    total: found[status]?.people ?? 0,
    size: PARTICIPANTS_PER_PAGE,
  });
  const [participants, questions] = await Promise.all([
    listParticipants(db, { eventId, status, text, page }),
    listQuestions(db, eventId),
  ]);
  const faces = participants.flatMap(({ face }) => (face ? [face] : []));
  const openable = await findOpenable(viewer, faces);
  return { view: { tab, text, page, pageCount }, participants, questions, openable };
}

/** More would be too much for one page of a browser. */
const ON_PAPER = 1000;

/** One part of the list as it is printed: by name, as whoever stands at the door looks for people. */
export async function readPaper({ eventId, tab, text, page: asked }: Omit<Asked, "found">) {
  const { db } = connection();
  const status = statusOfTab[tab];
  const total = (await tallyParticipants(db, { eventId, text }))[status]?.people ?? 0;
  const { page, pageCount } = pageFrom(typeof asked === "string" ? asked : undefined, {
    total,
    size: ON_PAPER,
  });
  const [participants, questions] = await Promise.all([
    listByName(db, { eventId, status, text, page, size: ON_PAPER }),
    listQuestions(db, eventId),
  ]);
  return { view: { tab, text, page, pageCount }, total, participants, questions };
}
