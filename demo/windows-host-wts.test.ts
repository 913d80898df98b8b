import { describe, expect, it } from "vitest";
import { z } from "zod";
import { waitFor } from "@/tests/support/wait-for";
import { type HostClient, openHost } from "@/tests/support/windows-host-client";
import type { WindowsHost, WindowsHostOptions } from "./windows-host";

let host: WindowsHost;
let client: HostClient;

async function open(options: WindowsHostOptions = {}): Promise<void> {
  ({ host, client } = await openHost(options));
}

const ends = {
  cmd: " & echo rollcall-end",
  powershell: "; echo rollcall-end",
  sh: "; echo rollcall-end",
};
type Shell = keyof typeof ends;

const listScript = "[Wts]::WTSEnumerateSessionsExW()";
const actScript =
  '$line = $input | Out-String; WTSLogoffSession; WTSSendMessageW(1, "Rollcall", 16)';

function toLine(script: string, shell: Shell = "cmd", more = ""): string {
  const encoded = Buffer.from(script, "utf16le").toString("base64");
  return `powershell -NoProfile -NonInteractive ${more}-EncodedCommand ${encoded}${ends[shell]}`;
}

const sessionSchema = z.object({
  id: z.number(),
  state: z.number(),
  name: z.string(),
  user: z.string(),
  domain: z.string(),
  client: z.string(),
  address: z.string(),
  connect: z.string(),
  disconnect: z.string(),
  input: z.string(),
  logon: z.string(),
});
const listSchema = z.object({ now: z.string(), sessions: z.array(sessionSchema) });
const actSchema = z.object({
  answers: z.array(z.object({ status: z.string(), words: z.string() })),
});

function unpack(stdout: string, mark = "rollcall-wts"): string {
  const [, base64] =
    new RegExp(`^${mark} ([\\w+/=]+)\\r\\nrollcall-end *\\r\\n$`).exec(stdout) ?? [];
  if (base64 === undefined) throw new Error(`no answer: ${stdout}`);
  return Buffer.from(base64, "base64").toString("utf8");
}

async function list(shell: Shell = "cmd") {
  const stdout = await client.read(toLine(listScript, shell));
  return listSchema.parse(JSON.parse(unpack(stdout)));
}

const pack = (request: object) => `${Buffer.from(JSON.stringify(request)).toString("base64")}\r\n`;

async function act(action: string, users: readonly string[], text: string | null = null) {
  const { sessions } = await list();
  const chosen = sessions.filter(({ user }) => users.includes(user));
  const stdout = await client.read(toLine(actScript), pack({ action, text, sessions: chosen }));
  return actSchema.parse(JSON.parse(unpack(stdout))).answers;
}

const users = () => host.sessions.flatMap(({ user }) => user ?? []);
const asked = { status: "asked", words: "" };

describe("the script that lists", () => {
  it.each(["cmd", "powershell", "sh"] as const)(
    "answers from %s with whole names and times",
    async (shell) => {
      await open({ shell });
      host.signIn("Anna Müller", {
        ...{ domain: "CORP", client: "LAPTOP", address: "203.0.113.7" },
        ...{ logonAt: Date.UTC(2026, 0, 2, 3, 4, 5), inputAt: Date.UTC(2026, 0, 2, 4) },
      });
      const { now, sessions } = await list(shell);
      expect(sessions.map(({ id, state, name }) => [id, state, name])).toEqual([
        [0, 4, "Services"],
        [1, 1, "Console"],
        [2, 0, "RDP-Tcp#2"],
        [65_536, 6, "31c5ce94259d4006a9e4"],
        [65_537, 6, "RDP-Tcp"],
      ]);
      expect(sessions[2]).toMatchObject({
        ...{ user: "Anna Müller", domain: "CORP", client: "LAPTOP", address: "203.0.113.7" },
        // 116444736000000000 is 1970.
        ...{ logon: "134117966450000000", connect: "134117966450000000", disconnect: "0" },
        input: "134118000000000000",
      });
      const nowMs = Number(BigInt(now) / 10_000n - 11_644_473_600_000n);
      expect(Math.abs(nowMs - Date.now())).toBeLessThan(60_000);
    },
  );

  it("knows no client and no name of a disconnected session, and when it was disconnected", async () => {
    await open();
    host.signIn("anna");
    await client.run("tsdiscon 2");
    const anna = (await list()).sessions[2];
    expect(anna).toMatchObject({ state: 4, name: "", client: "", address: "", user: "anna" });
    expect(anna?.disconnect).toMatch(/^1\d{17}$/);
  });

  it("tells the logon time that the table prints", async () => {
    await open();
    host.signIn("anna", "7/26/2018 8:01 PM");
    expect((await list()).sessions[2]?.logon).toBe("131771088600000000");
  });
});

describe("the script that acts", () => {
  it.each(["logOff", "reset"])(
    "does %s to those it was asked for and nobody else",
    async (action) => {
      await open();
      for (const user of ["anna", "bruno", "carla"]) host.signIn(user);
      expect(await act(action, ["anna", "carla"])).toEqual([asked, asked]);
      await waitFor(() => users().length === 1);
      expect(users()).toEqual(["bruno"]);
    },
  );

  it("disconnects", async () => {
    await open();
    const anna = host.signIn("anna");
    expect(await act("disconnect", ["anna"])).toEqual([asked]);
    expect(anna).toMatchObject({ name: null, state: "disconnected" });
  });

  it("compares in the moment of the act", async () => {
    await open();
    const [anna, bruno] = [host.signIn("anna"), host.signIn("bruno")];
    host.behaviour.beforeAct = () => {
      host.sessions.splice(host.sessions.indexOf(anna), 1);
      host.sessions.splice(host.sessions.indexOf(bruno), 1);
      host.signIn("anna", "7/26/2018 9:00 PM");
    };
    expect((await act("logOff", ["anna", "bruno"])).map(({ status }) => status)).toEqual([
      "replaced",
      "gone",
    ]);
    expect(users()).toEqual(["anna"]);
  });

  it("has Windows' words where Windows refuses", async () => {
    await open();
    host.behaviour.refusals.set(host.signIn("anna").id, "Error [5]:Access is denied.");
    host.signIn("bruno", { name: "console" });
    expect(await act("logOff", ["anna"])).toEqual([
      { status: "refused", words: "Access is denied." },
    ]);
    expect(await act("disconnect", ["bruno"])).toEqual([
      { status: "refused", words: "Disconnecting the console session is not supported." },
    ]);
  });

  it("shows a message as it was written", async () => {
    await open({ language: "russian" });
    host.signIn("anna");
    const text = 'Sichern! 保存 🙂 & %PATH% "q"\r\n\'; logoff 2';
    expect(await act("message", ["anna"], text)).toEqual([asked]);
    expect(host.messages).toEqual([{ id: 2, user: "anna", title: "Rollcall", text }]);
  });

  it("fails in words on a line that it cannot read", async () => {
    await open();
    const stdout = await client.read(toLine(actScript), "%%%\r\n");
    expect(unpack(stdout, "rollcall-wts-failed")).toContain("JSON");
  });
});

describe("the input of a script", () => {
  const request = pack({ action: "logOff", text: null, sessions: [] });
  const readsConsole = actScript.replace("$input | Out-String", "[Console]::In.ReadLine()");
  const answer = async (line: string) => (await client.read(line, request)).split(" ")[0];

  it("is $input, or the console's where PowerShell is told to leave it alone", async () => {
    await open();
    expect(await answer(toLine(actScript))).toBe("rollcall-wts");
    expect(await answer(toLine(readsConsole, "cmd", "-InputFormat None "))).toBe("rollcall-wts");
    expect(await answer(toLine(readsConsole))).toBe("rollcall-wts-failed");
  });

  it("has to be handed on where the shell is PowerShell too", async () => {
    await open({ shell: "powershell" });
    expect(await answer(`$input | ${toLine(actScript, "powershell")}`)).toBe("rollcall-wts");
    expect(await answer(toLine(actScript, "powershell"))).toBe("rollcall-wts-failed");
  });
});

describe("a PowerShell that does not help", () => {
  it("in Constrained Language Mode says so as CLIXML and fails", async () => {
    await open({ powershell: "constrained" });
    const { stdout, stderr } = await client.run(toLine(listScript));
    expect(stdout.toString()).toBe("rollcall-end\r\n");
    expect(stderr.toString()).toMatch(/^#< CLIXML\r\n.*Cannot add type\. Definition of new types/);
  });

  it.each([
    ["cmd", "'powershell' is not recognized as an internal or external command,"],
    ["powershell", "The term 'powershell' is not recognized as the name of a cmdlet"],
    ["sh", "powershell: command not found"],
  ] as const)("is missing in the words of %s", async (shell, words) => {
    await open({ shell, powershell: "missing" });
    const { stdout, stderr } = await client.run(toLine(listScript, shell));
    expect(stdout.toString()).toBe("rollcall-end\r\n");
    expect(stderr.toString()).toContain(words);
  });

  it("without rights fails in Windows' words, with nothing but progress beside them", async () => {
    await open({ powershell: "no-rights" });
    const { stdout, stderr, code } = await client.run(toLine(listScript));
    expect(unpack(stdout.toString(), "rollcall-wts-failed")).toBe("Access is denied.");
    expect(stderr.toString()).toMatch(/^#< CLIXML\r\n<Objs .*S="progress".*<\/Objs>$/);
    expect(code).toBe(0);
  });

  it("that is slow runs until the channel is closed, and may be quick again after that", async () => {
    await open();
    host.behaviour.powershell = "slow";
    const { channel, ran } = await client.start(toLine(listScript));
    await waitFor(() => host.openPowerShells === 1);
    expect(ran).toMatchObject({ code: null, isClosed: false });
    channel.close();
    await waitFor(() => host.openPowerShells === 0);
    host.behaviour.powershell = "full";
    expect((await list()).sessions).toHaveLength(4);
  });
});
