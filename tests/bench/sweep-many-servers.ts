import { startWindowsHost } from "@/demo/windows-host";

/** A process of its own with many servers in it, so that what it costs is not counted as Rollcall's. */
const servers = 500;
const sessions = 20;

const hosts = [];
for (let server = 0; server < servers; server += 1) {
  const host = await startWindowsHost();
  for (let session = 0; session < sessions; session += 1) host.signIn(`user${session}`);
  const { port, user, password, fingerprint } = host;
  hosts.push({ host: host.host, port, user, password, fingerprint });
}
process.stdout.write(`${JSON.stringify(hosts)}\n`);
