/** Which session is meant: parts that stand behind the name of the server. */
export const whereWords = {
  session: (id: string) => `session ${id}`,
  namedSession: (id: string, name: string) => `session ${id} (${name})`,
  process: (pid: number) => `process ${pid}`,
  from: (client: string) => `from ${client}`,
  addressUnknown: "address not known",
  connected: (elapsed: string) => `connected ${elapsed} ago`,
  signedIn: (elapsed: string) => `signed in ${elapsed} ago`,
  signedInAsPrinted: (text: string) => `signed in ${text} by its own clock`,
  idle: (elapsed: string) => `idle ${elapsed}`,
} as const;

/** What a person loses. Texts that are not known are empty; `soFar` is what `percentSoFar` or `bytesSoFar` says. */
export const lossWords = {
  panel: "Its pages close at once; what is typed but not saved there is lost.",
  byForce: "Its process is ended without any chance to tidy up.",
  uploadCut: (file: string, soFar: string) =>
    `Upload${ofFile(file)}${inBrackets(soFar)} stops and stays incomplete.`,
  uploadKept: (file: string, soFar: string) =>
    `Upload${ofFile(file)}${inBrackets(soFar)} stops and stays as it is.`,
  download: (file: string, soFar: string) => `Download${ofFile(file)}${inBrackets(soFar)} stops.`,
  leftTransfer: (file: string, soFar: string) =>
    `Its client is gone already. The transfer${ofFile(file)}${inBrackets(soFar)} stops.`,
  clientGone: "Its client is gone already; the connection closes.",
  noTransfer: "No file is under way; the connection closes.",
  notTold: "Whether a file is under way is not known; the connection closes.",
  percentSoFar: (percent: string) => `${percent}\u00a0% so far`,
  bytesSoFar: (bytes: string) => `${bytes} so far`,
  message: "The text appears on the screen. Nothing is ended.",
  disconnect: "The screen closes. Programs keep running.",
  disconnectOf: (user: string) =>
    `The screen closes. Programs keep running, and ${user} can come back to them.`,
  closed: "All programs in it are closed. Unsaved work is lost.",
  deleted: "The session is deleted at once.",
  processesEnded: "Its processes are ended at once, without a chance to tidy up.",
  mayComeBack: (user: string) => `${user} can sign in again.`,
} as const;

function ofFile(file: string): string {
  return file === "" ? "" : ` of ${file}`;
}

function inBrackets(soFar: string): string {
  return soFar === "" ? "" : ` (${soFar})`;
}
