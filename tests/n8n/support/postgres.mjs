// The distribution's PostgreSQL, with its own folder and port.
import { execFileSync } from "node:child_process";
import { chownSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { freePort, start, until } from "../../support/process.mjs";

/** PostgreSQL refuses to run as root, so root runs it as the user that its package created. */
function postgresUser() {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** Returns { port, createDatabase, stop }. */
export async function startPostgres() {
  // A program in the PATH may be a link; the other programs are in the folder that it leads to.
  const folderOfPrograms = dirname(realpathSync(process.env.POSTGRES));
  const program = (name) => join(folderOfPrograms, name);
  const user = postgresUser();
  // Outside the repository, which that user may not be able to read.
  const folder = mkdtempSync(join(tmpdir(), "waevent-postgres-"));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  execFileSync(program("initdb"), ["-D", join(folder, "data"), "-U", "n8n", "--auth=trust", "--encoding=UTF8", "--no-sync"], { ...user, cwd: folder, stdio: "pipe" });
  const settings = ["-k", folder, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"];
  const log = join(mkdtempSync(join(tmpdir(), "waevent-log-")), "postgres.log");
  const server = start(program("postgres"), ["-D", join(folder, "data"), ...settings], { ...user, cwd: folder, log });
  const connection = ["-h", "127.0.0.1", "-p", String(port), "-U", "n8n"];
  await until(`PostgreSQL starts (${log})`, () => {
    try {
      execFileSync(program("pg_isready"), connection, { stdio: "pipe" });
      return true;
    } catch (error) {
      // The exit status is the result; if there is none, the program is missing, and waiting would not help.
      if (error.status === null || error.status === undefined) throw error;
      return false;
    }
  }, 60);
  return {
    port,
    createDatabase: (name) => execFileSync(program("createdb"), [...connection, name], { stdio: "pipe" }),
    async stop() {
      // SIGINT stops it without waiting for connections.
      await server.stop("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
