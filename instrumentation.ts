/** Runs once when the server starts: what lives as long as the process. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startProcess } = await import("@/lib/web/process");
  await startProcess();
}
