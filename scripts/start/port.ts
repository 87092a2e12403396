import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

type Address = { HOST: string; PORT: number };

/** Refuses when something else listens there. A server that was just killed is given a moment to let go. */
export async function ensurePortFree(address: Address, patience = 2_000): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const problem = await tryListen(address);
    if (!problem) return;
    if (problem !== "EADDRINUSE" || Date.now() > deadline) throw new Error(sentence(address, problem));
    await sleep(200);
  }
}

function tryListen({ HOST, PORT }: Address): Promise<string | null> {
  const server = createServer();
  return new Promise((settle) => {
    server.once("error", (error: NodeJS.ErrnoException) => settle(error.code ?? error.message));
    server.listen(PORT, HOST, () => server.close(() => settle(null)));
  });
}

function sentence({ HOST, PORT }: Address, problem: string): string {
  if (problem === "EADDRINUSE") {
    return (
      `Port ${PORT} is taken: another program listens there, perhaps another Carillon. ` +
      `See which with "lsof -i :${PORT}" or "ss -ltnp", and stop it, or set PORT to another number.`
    );
  }
  if (problem === "EACCES") {
    return `Only root may listen on port ${PORT}. Set PORT above 1023 and let a reverse proxy pass requests on.`;
  }
  return `Carillon cannot listen on ${HOST} (${problem}). Set HOST to an address of this machine, such as 127.0.0.1.`;
}
