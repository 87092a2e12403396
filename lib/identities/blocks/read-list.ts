import { invalidField } from "@/lib/core/errors";
import { readCsv } from "@/lib/core/text/read-csv";
import { domainInput } from "@/lib/instance/input";
import { type BlockList, MAX_LIST_BYTES, MAX_LIST_LINES } from "./input";

/** Somebody on a server, or (`handle` empty) all of it. */
export type Listed = { handle: string; domain: string };
export type ReadList = { named: Listed[]; notValid: { line: number; text: string }[] };

/** What is shown of a line that nobody could read. */
const SHOWN = 60;

/**
 * Reads a list as Mastodon exports it, or a bare one with one name a line; each name counts once. Refuses with field
 * errors of `file`: `block_list_too_long`, `block_list_empty`, and `block_list_of_another_kind` where the head of the file says so.
 */
export function readBlockList(text: string, list: BlockList): ReadList {
  if (text.length > MAX_LIST_BYTES) throw invalidField("file", "block_list_too_long");
  const [first, ...others] = readCsv(text);
  const names = first?.cells.map(nameOf) ?? [];
  const column = names.findIndex((name) => heads.includes(name));
  const isOther = list === "blocked_domains" ? names[column] !== "domain" : names[column] === "domain";
  if (column >= 0 && (isOther || hasOther(names, list)))
    throw invalidField("file", "block_list_of_another_kind");
  const rows = column >= 0 || !first ? others : [first, ...others];
  if (rows.length === 0) throw invalidField("file", "block_list_empty");
  if (rows.length > MAX_LIST_LINES) throw invalidField("file", "block_list_too_long");
  const named = new Map<string, Listed>();
  const notValid: ReadList["notValid"] = [];
  for (const { line, cells } of rows) {
    const cell = cleanCell(cells[Math.max(column, 0)] ?? "");
    const read = list === "blocked_domains" ? serverIn(cell) : personIn(cell);
    if (read) named.set(`${read.handle}@${read.domain}`, read);
    else notValid.push({ line, text: cell.slice(0, SHOWN) });
  }
  return { named: [...named.values()], notValid };
}

const heads = ["account address", "domain"];

function nameOf(cell: string): string {
  return cell.replaceAll("\0", "").trim().replace(/^#/, "").toLowerCase();
}

/** Whom somebody follows is listed under the same head, with columns of its own. */
function hasOther(names: string[], list: BlockList): boolean {
  const isMuted = names.includes("hide notifications");
  return names.includes("show boosts") || (isMuted && list !== "muted_accounts");
}

/** Databases hold no U+0000. Files for spreadsheets mark what could be a formula by a sign before it. */
function cleanCell(cell: string): string {
  return cell
    .replaceAll("\0", "")
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/, "");
}

function serverIn(cell: string): Listed | null {
  const { data } = domainInput.safeParse({ domain: cell });
  return data && data.domain.length <= 260 ? { handle: "", domain: data.domain } : null;
}

function personIn(cell: string): Listed | null {
  const [, handle = "", host = ""] = /^@?([^\s@/:]{1,200})@([^\s@/*]+)$/u.exec(cell) ?? [];
  const server = serverIn(host);
  return server && { handle, domain: server.domain };
}
