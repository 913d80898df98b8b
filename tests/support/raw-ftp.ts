import { connect, type Socket } from "node:net";

interface Address {
  readonly host: string;
  readonly port: number;
}

/** A connection that has been greeted and has said nothing yet. */
export async function greet({ host, port }: Address): Promise<Socket> {
  const socket = connect(port, host);
  await answerOf(socket);
  return socket;
}

export function say(socket: Socket, line: string): Promise<string> {
  const answer = answerOf(socket);
  socket.write(`${line}\r\n`);
  return answer;
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.once("data", (chunk) => resolve(String(chunk)));
    socket.once("error", reject);
  });
}
