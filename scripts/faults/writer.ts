import postgres from "postgres";
import { startEmbedded } from "@/db/embedded/start";

// Writes rows as fast as it can on four connections, and prints the number of each once its commit is acknowledged.
const { url } = await startEmbedded(process.argv[2] ?? "");
const sql = postgres(url, { max: 4, onnotice: () => {} });
await sql`create table if not exists acknowledged (n integer primary key, body text not null)`;

let next = 0;
async function write(): Promise<never> {
  for (;;) {
    const n = next++;
    await sql`insert into acknowledged values (${n}, ${"bell ".repeat(100)})`;
    process.stdout.write(`${n}\n`);
  }
}

await Promise.all([write(), write(), write(), write()]);
