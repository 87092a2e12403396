import { expect, onTestFinished, test } from "vitest";
import { startEmbedded } from "@/db/embedded/start";
import { freePort, launch, temporaryDir } from "./launch";

test("serves from the database of DATABASE_URL and leaves that server running", async () => {
  const DATABASE_URL = await externalServer();
  const PORT = String(await freePort());
  const carillon = launch({ DATABASE_URL, PORT, DATA_DIR: temporaryDir() });
  await carillon.says(/ready at/);
  process.kill(carillon.pid, "SIGTERM");

  expect(await carillon.exited).toBe(0);
  const again = launch({
    DATABASE_URL: DATABASE_URL.replace(/:[^:@]+@/, ":wrong-password@"),
    DATA_DIR: temporaryDir(),
  });
  expect(await again.exited).toBe(1);
  expect(again.output()).toContain("the password or user is wrong");
  expect(again.output()).not.toMatch(/Trying again|wrong-password/);
});

async function externalServer(): Promise<string> {
  const server = await startEmbedded(temporaryDir(), { durable: false });
  onTestFinished(server.stop);
  return server.url;
}
