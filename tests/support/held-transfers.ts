import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Client, FTPResponse } from "basic-ftp";
import { waitFor } from "./wait-for";

/** A connection to an FTP server that stays in the state a test put it in. */
export interface Held {
  /** False once the server has closed it. */
  isAlive(): boolean;
  /** Of the file: taken from the server, or handed to the network for it. */
  bytes(): number;
  close(): void;
}

type FileName = string | Buffer;

const tickMs = 20;
const busy = new WeakSet<Client>();

/** A download that stays under way: read at this pace, or without a pace not read at all. */
export async function holdDownload(
  client: Client,
  file: FileName,
  { bytesPerSecond = 0, offset = 0 } = {},
): Promise<Held> {
  const socket = await openDataConnection(client);
  if (offset > 0) await client.send(`REST ${offset}`);
  await sendRaw(client, toCommand("RETR", file));
  let taken = 0;
  keepPace(socket, bytesPerSecond, (due) => {
    const wanted = Math.min(due - taken, socket.readableLength);
    const chunk: unknown = socket.read(Math.max(wanted, 0));
    if (Buffer.isBuffer(chunk)) taken += chunk.length;
  });
  return held(client, () => taken);
}

/** An upload without end, at this pace. */
export async function holdUpload(
  client: Client,
  file: FileName,
  { bytesPerSecond }: { readonly bytesPerSecond: number },
): Promise<Held> {
  const socket = await openDataConnection(client);
  await sendRaw(client, toCommand("STOR", file));
  let given = 0;
  keepPace(socket, bytesPerSecond, (due) => {
    if (socket.writableLength > 0) return;
    socket.write(Buffer.alloc(due - given));
    given = due;
  });
  return held(client, () => given);
}

/** A listing whose data connection the client does not open, so the server waits for it. */
export async function holdListing(client: Client): Promise<Held> {
  await client.send("EPSV");
  client.ftp.send("LIST");
  return held(client, () => 0);
}

/**
 * Asks for a file and leaves before the data connection is open: the server waits on, its control
 * connection in CLOSE-WAIT. Alive as long as the server has not closed its half.
 */
export async function leaveWithoutData(client: Client, file: FileName): Promise<Held> {
  await client.send("EPSV");
  client.ftp.socket.write(toCommand("RETR", file));
  client.ftp.socket.end();
  return held(client, () => 0);
}

/** Connected only; or, with a user, asked for the password and silent since. */
export async function openWithoutLogin(
  server: { readonly host: string; readonly port: number },
  user?: string,
): Promise<Held> {
  const socket = connect(server.port, server.host);
  await once(socket, "connect");
  let said = "";
  let isOpen = true;
  socket.on("data", (chunk: Buffer) => {
    said += chunk.toString("latin1");
  });
  socket.on("error", () => {
    isOpen = false;
  });
  socket.on("close", () => {
    isOpen = false;
  });
  await waitFor(() => /^220 /m.test(said));
  if (user !== undefined) {
    socket.write(`USER ${user}\r\n`);
    await waitFor(() => /^331 /m.test(said));
  }
  return { isAlive: () => isOpen, bytes: () => 0, close: () => socket.destroy() };
}

/** Sends a command whose bytes need not be text; gives the first reply. */
export function sendRaw(client: Client, command: Buffer): Promise<FTPResponse> {
  const reply: Promise<FTPResponse> = client.ftp.handle(undefined, (response, task) => {
    if (response instanceof Error) task.reject(response);
    else task.resolve(response);
  });
  const isLine = command.subarray(-2).equals(lineEnd);
  client.ftp.socket.write(isLine ? command : Buffer.concat([command, lineEnd]));
  return reply;
}

/** Whether the server answers; in a transfer, when it answers nothing, whether it still has the connection. */
export async function isConnected(client: Client): Promise<boolean> {
  if (client.closed) return false;
  if (busy.has(client) || client.ftp.dataSocket) return true;
  try {
    await client.send("NOOP");
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

const lineEnd = Buffer.from("\r\n");

function toCommand(verb: string, file: FileName): Buffer {
  return Buffer.concat([Buffer.from(`${verb} `), Buffer.from(file), lineEnd]);
}

async function openDataConnection(client: Client): Promise<Socket> {
  await client.prepareTransfer(client.ftp);
  const { dataSocket } = client.ftp;
  if (!dataSocket) throw new Error("the FTP server gave no data connection");
  return dataSocket;
}

/** Tells again and again how many bytes are due by now. */
function keepPace(socket: Socket, bytesPerSecond: number, act: (due: number) => void): void {
  if (bytesPerSecond === 0) return;
  const startedAt = performance.now();
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else act(Math.floor(((performance.now() - startedAt) / 1000) * bytesPerSecond));
  }, tickMs);
  timer.unref();
}

function held(client: Client, bytes: () => number): Held {
  busy.add(client);
  return { isAlive: () => !client.closed, bytes, close: () => client.close() };
}
