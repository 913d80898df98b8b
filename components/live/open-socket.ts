import type { Socket, SocketEvents } from "./keep-connected";

/** The live channel of the Rollcall that has served this page. */
export function openSocket({ onOpen, onText, onClose }: SocketEvents): Socket {
  const socket = new WebSocket(`${window.location.origin.replace(/^http/, "ws")}/live`);
  socket.addEventListener("open", onOpen);
  socket.addEventListener("message", ({ data }) => onText(String(data)));
  socket.addEventListener("close", ({ code }) => onClose(code));
  return socket;
}
