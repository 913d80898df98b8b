/** The texts of the page that asks what runs on this machine. */
export const thisMachineWords = {
  title: "What runs on this machine?",
  lead: "Rollcall has looked for what it can list here. Switch off what you do not want to see; it holds at once.",
  lookAgain: "Look again",
  looked: "Looked again.",
  lost: "Rollcall did not answer, so it is not known whether anything was changed. Look again.",
  switches: "What to list",
  listed: (title: string) => `${title} is listed.`,
  unlisted: (title: string) => `${title} is not listed any more.`,
  off: "not listed",
  own: "Rollcall itself",
  ownNote: "who is signed in here is always listed",
  commandLead:
    "For that, run this on this machine with an account that may use sudo, then look again:",
  shutIn:
    "Sudo gives Rollcall nothing here (NoNewPrivileges, as in its unit for systemd). Add this machine as a server over SSH, with an account of its own, and switch this off.",
  allowedLater: "What you allow is known on the other pages within a minute.",
  absent: (titles: string) => `Not found here, as far as Rollcall may look: ${titles}.`,
  noFtp:
    "No FTP server was found here, as far as Rollcall may look. The page of FTP sessions stays empty until one is, or you add a server that has one.",
  absentLater: "What is started later is found by itself within half a minute.",
  nextTitle: "What next?",
  nextLead:
    "Add the servers you want to see too. Rollcall reaches them over SSH; nothing is installed there. You find this page again on the Servers page.",
  addServer: "Add a server",
  seeSessions: "See the sessions",
  byFile: "rollcall.yaml says what is listed of this machine.",
  byFileAdvice: "To change it, edit rollcall.yaml, then restart Rollcall.",
  byFileNothing: "It names nothing that runs here; only who is signed in to Rollcall is listed.",
  byServer: "A server that somebody added says what is listed of this machine.",
  byServerAdvice:
    "To change it, edit that server. When it is deleted, Rollcall looks for itself again.",
  toServers: "Go to Servers",
} as const;
