import type { NotSelectable } from "@/components/sessions/why-not-selectable";

/** What a hint adds to a cell of an FTP session. */
export const ftpNotes = {
  clientGone:
    "The connection of the client is gone, but the FTP server has not noticed. It may go on for a while.",
  command: (command: string) => `Command: ${command}`,
  clientView: (folder: string) => `As the client sees it: ${folder}`,
  clientViewOnly: "As the client sees it. Where it is on the server is not known.",
  home: (folder: string) => `Home: ${folder}`,
  virtualHost: (name: string) => `Virtual host: ${name}`,
  soFar: (bytes: string) => `${bytes} so far`,
  protocol: (protocol: string) => `Connected over ${protocol}`,
} as const;

/** What a hint adds to a cell of a terminal session. */
export const terminalNotes = {
  ownWord: (word: string) => `The server says: ${word}`,
  active: "Active within the last minute",
  idle: (elapsed: string) => `Idle ${elapsed}`,
  idleText: (text: string) => `Idle, in the server's own words: ${text}`,
  id: (id: string) => `Session ${id}`,
  process: (pid: number) => `Process ${pid}`,
  from: (client: string) => `From ${client}`,
  fromAsTold: (client: string) => `From ${client}, as the client says`,
  signedIn: (elapsed: string) => `Signed in ${elapsed} ago`,
  logonText: (text: string) => `Signed in, in the server's own words: ${text}`,
} as const;

/** Why an action is not for a session. */
export const notOfferedWords = {
  linuxDisconnect: "Linux logins cannot be disconnected",
  disconnected: "Already disconnected",
  console: "Windows does not disconnect the console",
  linuxMessage: "Linux logins are sent no messages",
  mayNotEnd: "The account of Rollcall may not do this there",
  notOffered: "Its server does not offer this",
} as const;

export const notSelectableWords = {
  own: "This is your own session. To end it, sign out.",
  service: "Services and listeners are part of the system. They are never ended from here.",
  nobody: "Nobody is logged in to this session, so there is nothing to end.",
  stale: "Its server does not answer now, so this may be over. Actions are off until it answers.",
  ended: "This session has ended.",
} as const satisfies Record<NotSelectable, string>;
