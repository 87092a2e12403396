import postgres from "postgres";

/** Whether the server at `url` lets us in: the right password also tells that it is ours. */
export async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {}, backoff: () => 0 });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Makes the database `carillon` when it is missing. `url` leads to the server's own database. */
export async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'carillon'`;
    if (!found) await sql`create database carillon`.catch(ignoreDuplicate);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function ignoreDuplicate(error: unknown): void {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code !== "42P04" && code !== "23505") throw error;
}
