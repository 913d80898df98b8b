import type { ServerChannel } from "ssh2";
import { answerLinux } from "./answer-linux";
import { account, type LinuxMachine } from "./linux-machine";
import { createPassword, isPassword } from "./password-login";
import { listenForSsh, type SshListener } from "./ssh-listener";

export interface LinuxHost extends SshListener {
  readonly user: string;
  readonly password: string;
  /** While it is frozen, it takes commands and never answers. */
  setFrozen(isFrozen: boolean): void;
}

/** An SSH server that acts as a Linux machine with an FTP daemon, on a free loopback port. */
export async function startLinuxHost(machine: LinuxMachine): Promise<LinuxHost> {
  const password = createPassword();
  let isFrozen = false;
  const listener = await listenForSsh({
    authenticate(context) {
      if (isPassword(context, password)) context.accept();
      else context.reject(["password"]);
    },
    onCommand(channel, line) {
      if (!isFrozen) answer(channel, answerLinux(machine, line));
    },
  });
  const setFrozen = (wanted: boolean) => {
    isFrozen = wanted;
  };
  return { ...listener, user: account.name, password, setFrozen };
}

function answer(channel: ServerChannel, said: Buffer | undefined): void {
  // The input ends, and nothing here reads it.
  channel.resume();
  if (said) channel.write(said);
  else channel.stderr.write("sh: this server is simulated and does not know that command\n");
  channel.exit(said ? 0 : 127);
  channel.end();
}
