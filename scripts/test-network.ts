import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { say } from "./start/say";

const usage = `npm run test-network -- --origin https://carillon.test [--ca ca.pem] [--port 3000] [--data ./data-test-network]

Starts a Carillon that other servers of a test network can reach and that reaches them, on private addresses too.
Never put it where strangers come: they could look at what is behind your firewall.`;

const options = {
  origin: { type: "string" },
  ca: { type: "string" },
  port: { type: "string", default: "3000" },
  data: { type: "string", default: "./data-test-network" },
} as const;

/** `npm run test-network`: a server to point real peers at; docs/federation.md says how. */
function start(): void {
  const { origin, ca, port, data } = parseArgs({ options }).values;
  const problem =
    !origin || !URL.canParse(origin) ? usage : ca && !existsSync(ca) && `There is no file ${ca}.`;
  if (problem) {
    say(problem);
    process.exitCode = 1;
    return;
  }
  say(`Actors of this server: ${origin}/@name, and the server itself: ${origin}/relay`);
  const env = { ...process.env, ORIGIN: origin, PORT: port, DATA_DIR: data, ALLOW_PRIVATE_NETWORK: "on" };
  // Node reads it when it starts, so it goes to a process of its own.
  const certificates = ca ? { NODE_EXTRA_CA_CERTS: resolve(ca) } : {};
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    stdio: "inherit",
    env: { ...env, ...certificates },
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  child.on("close", (code) => {
    process.exitCode = code ?? 1;
  });
}

start();
