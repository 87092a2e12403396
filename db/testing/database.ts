import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

/** A migrated, empty database for one test or one test file. `drop` also ends the connections left open to it. */
export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const template = new URL(inject("templateUrl"));
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${name} template ${template.pathname.slice(1)}`);
  return {
    url: Object.assign(new URL(template), { pathname: name }).href,
    drop: () => onServer(`drop database ${name} with (force)`),
  };
}

async function onServer(statement: string): Promise<void> {
  const sql = postgres(inject("templateUrl"), { database: "postgres", max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
