import { expect, test } from "vitest";
import { toolTrouble } from "@/components/tools/tool-trouble";
import { german } from "@/components/words/de";
import { english } from "@/components/words/en";
import { anotherServer } from "@/lib/sessions/another-server";
import type { PastAct } from "@/lib/sessions/past-acts";
import { quoted } from "@/lib/sessions/reason";
import { toPlainTool } from "@/lib/sessions/tool-state";
import { doubtSentences } from "./doubt-sentences";
import { pastActSentence } from "./past-act-sentence";

const at = new Date("2026-11-23T18:00:00Z");
const now = new Date("2026-11-23T18:00:12Z");
const removed: PastAct = { operator: "boris", action: "remove", at, outcome: { status: "done" } };

test("what was done to a session is told with who did it and when", () => {
  expect(pastActSentence(english, removed, now)).toBe("Removed by boris, 12 s ago.");
  expect(pastActSentence(english, { ...removed, action: "forceRemove" }, now)).toBe(
    "Removed by force by boris, 12 s ago.",
  );
  expect(pastActSentence(english, { ...removed, operator: "b\u202e" }, now)).toContain("b[U+202E]");
});

test("what was tried is not told as done", () => {
  const outcome = { status: "unconfirmed", failure: null } as const;
  expect(pastActSentence(english, { ...removed, action: "logOff", outcome }, now)).toBe(
    "Log Out, asked by boris 12 s ago: Asked, but it is still there. Try again in a moment.",
  );
  const refused = {
    status: "refused",
    why: "server",
    reason: quoted("Access is denied."),
  } as const;
  expect(
    pastActSentence(english, { ...removed, action: "forceRemove", outcome: refused }, now),
  ).toBe("Remove by force, asked by boris 12 s ago: The server refused: Access is denied.");
});

test("a message that was taken is not told as read", () => {
  expect(pastActSentence(english, { ...removed, action: "sendMessage" }, now)).toBe(
    "Send message, asked by boris 12 s ago: The server took the message. Whether it was read is not known.",
  );
});

test("every server that may have more is named once for each reason", () => {
  expect(doubtSentences(english, [])).toEqual([]);
  expect(
    doubtSentences(english, [
      { server: "web07", kind: "ftp", why: "silent" },
      { server: "web07", kind: "terminal", why: "silent" },
      { server: "web02", kind: "ftp", why: "stale" },
      { server: "web03", kind: "ftp", why: "unnamed" },
      { server: "web04", kind: "ftp", why: "unnamed" },
    ]),
  ).toEqual([
    "web07 did not answer, so there may be more.",
    "web02 did not answer lately: what is shown of it is old, and there may be more.",
    "Not all who are signed in on web03 and web04 are known, so there may be more.",
  ]);
});

test("a server that is not named has its place in the sentence in either language", () => {
  const doubtful = { server: anotherServer, kind: "ftp", why: "silent" } as const;
  expect(doubtSentences(english, [doubtful])).toEqual([
    "another server did not answer, so there may be more.",
  ]);
  expect(doubtSentences(german, [doubtful])).toEqual([
    "Keine Antwort von einem anderen Server, es kann also weitere geben.",
  ]);
  const tool = { ...toPlainTool("ftp"), silentServers: ["web01", anotherServer] };
  expect(toolTrouble(german, tool)).toBe("Keine Antwort von web01 und einem anderen Server");
});
