// Installs the packages if they are missing or not those of package-lock.json. Runs before the commands that
// need them, on whatever Node the machine has: only built-ins here, and nothing newer than Node 20.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(root, "package-lock.json");
const installedFile = join(root, "node_modules", ".package-lock.json");
const stampFile = join(root, "node_modules", ".carillon-installed");
const wanted = createHash("sha256").update(readFileSync(lockFile)).digest("hex");

if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(
    `Carillon needs Node 20 or newer, and this is ${process.versions.node}. Get it from https://nodejs.org`,
  );
}
if (!isInstalled()) install();

function isInstalled() {
  if (!existsSync(installedFile)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return true;
  // Somebody ran npm by hand: npm writes its file last, so a newer one means that this lock file was installed.
  const isNewer = statSync(installedFile).mtimeMs >= statSync(lockFile).mtimeMs;
  if (isNewer) writeFileSync(stampFile, wanted);
  return isNewer;
}

function install() {
  const running = runningHere();
  if (running) {
    fail(
      `Carillon runs from here (process ${running}), and its packages must be installed anew: stop it first.`,
    );
  }
  say("Installing the packages of package-lock.json (npm ci). The first time takes a minute or two.");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const [command, ...rest] = npm ? [process.execPath, npm, ...args] : ["npm", ...args];
  const { status, error } = spawnSync(command, rest, {
    cwd: root,
    stdio: "inherit",
    shell: !npm && process.platform === "win32",
  });
  if (error || status !== 0) {
    fail(
      "The packages could not be installed: see what npm said above. Is the network there, and the disk not full?",
    );
  }
  writeFileSync(stampFile, wanted);
}

/** npm ci empties node_modules, which would pull the rug from under a server that runs. */
function runningHere() {
  try {
    const dataDir = process.env.DATA_DIR || join(root, "data");
    const { pid } = JSON.parse(readFileSync(join(dataDir, "running.json"), "utf8"));
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
