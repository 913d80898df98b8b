import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { quoted, reason } from "@/lib/sessions/reason";
import type { Session } from "@/lib/sessions/session";
import type { SessionSource } from "@/lib/sessions/session-source";
import type { Transport } from "@/lib/sessions/transport";
import { reachWindowsHost } from "@/tests/support/windows-host-transport";
import { windowsProvider } from "./provider";

const inTime = () => AbortSignal.timeout(5_000);

describe.each(["cmd", "powershell", "sh"] as const)(
  "a Windows server without PowerShell's help whose shell is %s",
  (shell) => {
    let host: WindowsHost;
    let transport: Transport;
    let source: SessionSource;

    beforeEach(async () => {
      host = await startWindowsHost({ shell });
      transport = reachWindowsHost(host);
      source = windowsProvider.open("ts01/windows", { wts: "off" }, transport);
    });
    afterEach(async () => {
      expect(host.endedItself).toBe(false);
      await transport.close();
      await host.stop();
    });

    async function listRefs(...users: readonly string[]) {
      const sessions = await source.list(inTime());
      return users.map((user) => getSession(sessions, user).ref);
    }

    it("disconnects one session and leaves it signed in", async () => {
      host.signIn("anna");
      host.signIn("bruno");
      const refs = await listRefs("anna");
      expect(await source.act(refs, "disconnect", inTime())).toEqual([{ status: "asked" }]);
      const sessions = await source.list(inTime());
      expect(getSession(sessions, "anna")).toMatchObject({ status: "disconnected", name: null });
      expect(getSession(sessions, "bruno")).toMatchObject({ status: "logged-in" });
    });

    it("does not touch who took over the id between the list and the request", async () => {
      const anna = host.signIn("anna");
      const refs = await listRefs("anna");
      host.sessions.splice(host.sessions.indexOf(anna), 1);
      expect(host.signIn("bruno").id).toBe(anna.id);
      expect(await source.act(refs, "logOff", inTime())).toEqual([{ status: "replaced" }]);
      expect(host.sessions.map(({ user }) => user)).toContain("bruno");
    });

    it("does not touch the next session of the same person", async () => {
      const anna = host.signIn("anna");
      const refs = await listRefs("anna");
      host.sessions.splice(host.sessions.indexOf(anna), 1);
      host.signIn("anna", "7/26/2018 8:01 PM");
      expect(await source.act(refs, "logOff", inTime())).toEqual([{ status: "replaced" }]);
      expect(host.sessions.map(({ user }) => user)).toContain("anna");
    });

    it("refuses services, listeners and sessions of nobody without asking the server", async () => {
      const sessions = await source.list(inTime());
      const before = host.sessions.length;
      const asked = await source.act(
        sessions.map(({ ref }) => ref),
        "logOff",
        inTime(),
      );
      expect(asked.map(({ status }) => status)).toEqual(asked.map(() => "refused"));
      expect(host.sessions).toHaveLength(before);
      expect(host.commands().join()).not.toContain("logoff");
    });

    it.each(["", "0", "-1", "2 3", "2;logoff", "٢", "65536", "99999", "1e3"])(
      "never sends %j as an id",
      async (id) => {
        const [ref] = await source.list(inTime());
        if (!ref) throw new Error("the host lists nothing");
        const asked = await source.act([{ ...ref.ref, id }], "logOff", inTime());
        expect(asked).toEqual([expect.objectContaining({ status: "refused" })]);
        expect(host.commands().join()).not.toContain("logoff");
      },
    );

    it("says why a session cannot be disconnected", async () => {
      const [anna, bruno] = [host.signIn("anna"), host.signIn("bruno")];
      Object.assign(anna, { name: null, state: "disconnected" });
      bruno.name = "console";
      const refs = await listRefs("anna", "bruno");
      expect(await source.act(refs, "disconnect", inTime())).toEqual([
        { status: "refused", reason: reason("alreadyDisconnected") },
        { status: "refused", reason: reason("consoleStays") },
      ]);
    });

    it("tells in Windows' own words what it refuses, and asks for the others all the same", async () => {
      const anna = host.signIn("anna");
      host.signIn("bruno");
      const words = "Could not logoff session ID 2 from session rdp-tcp#2, Error code 5";
      host.behaviour.refusals.set(anna.id, `${words}\r\nError [5]: Access is denied.`);
      const refs = await listRefs("anna", "bruno", "anna");
      expect(await source.act(refs, "logOff", inTime())).toEqual([
        { status: "refused", reason: quoted(words) },
        { status: "asked" },
        { status: "refused", reason: quoted(words) },
      ]);
      expect(host.sessions.map(({ user }) => user)).not.toContain("bruno");
    });

    it("asks for many sessions with one command", async () => {
      const users = Array.from({ length: 300 }, (_, index) => `user${index}`);
      for (const user of users) host.signIn(user);
      const refs = await listRefs(...users);
      const before = host.commands().length;
      const asked = await source.act(refs, "logOff", inTime());
      expect(new Set(asked.map(({ status }) => status))).toEqual(new Set(["asked"]));
      expect(host.commands()).toHaveLength(before + 2);
      expect(Math.max(...host.commands().map((command) => command.length))).toBeLessThan(8_191);
    });

    it("does not say what became of a request when the answer was cut", async () => {
      host.signIn("anna");
      const refs = await listRefs("anna");
      host.behaviour.beforeAct = () => {
        host.connection.cutAfterBytes = 0;
      };
      await expect(source.act(refs, "logOff", inTime())).rejects.toMatchObject({
        code: "unreadable",
      });
    });

    it("never takes a cut answer for a whole one", async () => {
      host.signIn("anna");
      await source.list(inTime());
      const whole = host.connection.lastAnswer.length;
      for (let bytes = 0; bytes < whole - "\r\n".length; bytes += 1) {
        host.connection.cutAfterBytes = bytes;
        await expect(source.list(inTime())).rejects.toMatchObject({ code: "unreadable" });
      }
      host.connection.cutAfterBytes = null;
      expect(getSession(await source.list(inTime()), "anna").status).toBe("logged-in");
    });

    it("answers although the channel stays open after the command has ended", async () => {
      host.signIn("anna");
      host.connection.afterwards = "hang";
      expect(getSession(await source.list(inTime()), "anna").status).toBe("logged-in");
    });

    it("gives up in time on a server that stops in the middle of the table", async () => {
      host.connection.cutAfterBytes = 200;
      host.connection.afterwards = "silence";
      await expect(source.list(AbortSignal.timeout(300))).rejects.toThrow(/timeout/);
    });

    it("says that query.exe is missing", async () => {
      host.behaviour.missing.add("query");
      await expect(source.list(inTime())).rejects.toMatchObject({ code: "tool-missing" });
    });

    it("says in Windows' own words that the account may not list sessions", async () => {
      host.behaviour.listingError =
        "Error 0x00000005 enumerating sessionnames\r\nError [5]:Access is denied.";
      await expect(source.list(inTime())).rejects.toMatchObject({
        code: "refused",
        reason: quoted("Error [5]:Access is denied."),
      });
    });

    it("lists with one command once it knows the shell", async () => {
      await source.list(inTime());
      const before = host.commands().length;
      await source.list(inTime());
      expect(host.commands()).toHaveLength(before + 1);
    });
  },
);

describe("what a Windows server printed, sent again in its own code page", () => {
  it.each([
    ["query-session-en-23", "english", "Gamer", 3],
    ["query-session-es-01", "spanish", "usuario005", 14],
    ["query-session-ru-01", "russian", "Администратор", 6],
    ["query-session-zh-03", "chinese", "testuser", 2],
    ["query-session-ja-01", "japanese", "user1", 3],
  ] as const)("is listed: %s", async (capture, language, user, count) => {
    const file = new URL(`./fixtures/${capture}.txt`, import.meta.url);
    const host = await startWindowsHost({ language });
    host.behaviour.capture = { session: readFileSync(file, "utf8") };
    const transport = reachWindowsHost(host);
    const sessions = await windowsProvider.open("ts01", { wts: "off" }, transport).list(inTime());
    expect(sessions).toHaveLength(count);
    expect(getSession(sessions, user)).toMatchObject({ status: "logged-in", idleSeconds: null });
    await transport.close();
    await host.stop();
  });
});

describe("settings of a Windows server", () => {
  it.each([{}, { wts: "off" }, { codePage: "auto" }, { codePage: 850 }, { codePage: 65_001 }])(
    "may be %j",
    (settings) => {
      expect(windowsProvider.settingsSchema.safeParse(settings).success).toBe(true);
    },
  );

  it.each([{ codePage: 12 }, { codePage: "850" }, { wts: true }, { codepage: 850 }])(
    "may not be %j",
    (settings) => {
      expect(windowsProvider.settingsSchema.safeParse(settings).success).toBe(false);
    },
  );
});

function getSession(sessions: readonly Session[], user: string) {
  const session = sessions.find((one) => one.user === user);
  if (session?.kind !== "terminal") throw new Error(`${user} is not listed`);
  return session;
}
