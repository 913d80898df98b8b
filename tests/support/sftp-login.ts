import { once } from "node:events";
import ssh2, { type SFTPWrapper } from "ssh2";

export interface SftpLogin {
  readonly sftp: SFTPWrapper;
  /** False once the server has closed it. */
  isAlive(): boolean;
  close(): void;
}

interface SftpAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

export async function openSftp({ user, ...address }: SftpAddress): Promise<SftpLogin> {
  const client = new ssh2.Client();
  client.connect({ ...address, username: user });
  await once(client, "ready");
  let isOpen = true;
  // An ended session may break off with an error first; "close" follows in any case.
  client.on("error", () => undefined);
  client.on("close", () => {
    isOpen = false;
  });
  const sftp = await new Promise<SFTPWrapper>((resolve, reject) => {
    client.sftp((error, wrapper) => (error ? reject(error) : resolve(wrapper)));
  });
  return { sftp, isAlive: () => isOpen, close: () => client.end() };
}
