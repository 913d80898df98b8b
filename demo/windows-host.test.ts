import iconv from "iconv-lite";
import ssh2 from "ssh2";
import { describe, expect, it } from "vitest";
import { waitFor } from "@/tests/support/wait-for";
import { connectToHost, type HostClient, openHost } from "@/tests/support/windows-host-client";
import type { WindowsHost, WindowsHostOptions } from "./windows-host";
import { quietSessions } from "./windows-host-sessions";

let host: WindowsHost;
let client: HostClient;

async function open(options: WindowsHostOptions = {}): Promise<void> {
  ({ host, client } = await openHost(options));
}

const users = () => host.sessions.flatMap(({ user }) => user ?? []);

describe("sessions come and go", () => {
  it("with ids that are used again", async () => {
    await open();
    expect(host.signIn("anna").id).toBe(2);
    await client.run("logoff 2");
    expect(host.signIn("bruno").id).toBe(2);
  });

  it("with the id that was asked for, once", async () => {
    await open();
    host.behaviour.nextId = 7;
    expect([host.signIn("anna").id, host.signIn("bruno").id]).toEqual([7, 2]);
  });

  it("with the ones given at the start instead of the usual ones", async () => {
    const [services, ...others] = quietSessions();
    await open({ sessions: services ? [services] : [] });
    expect(await client.read("query session")).not.toContain("rdp-tcp");
    expect(others).not.toHaveLength(0);
  });

  it("at the console, which waits for the next user under an id of its own", async () => {
    await open();
    expect(host.signIn("anna", { name: "console" })).toMatchObject({ id: 1, name: "console" });
    await client.run("logoff 1");
    const consoles = host.sessions.filter(({ name }) => name === "console");
    expect(consoles).toMatchObject([{ user: null, state: "connected" }]);
  });

  it("without a name while disconnected, and with a new one afterwards", async () => {
    await open();
    const anna = host.signIn("anna", "7/26/2018 8:01 PM");
    await client.run("tsdiscon 2");
    expect(await client.read("query user")).toMatch(/^ anna {38}2 {2}Disc .* 8:01 PM\r$/m);
    host.reconnect(anna);
    expect(await client.read("query session")).toMatch(/^ rdp-tcp#3 +anna +2 {2}Active/m);
  });

  it("and tell how long nobody used them, from the last input on", async () => {
    await open();
    const ago = (minutes: number) => ({ inputAt: Date.now() - minutes * 60_000 });
    for (const minutes of [0, 12, 75, 1_565]) host.signIn(`idle-${minutes}`, ago(minutes));
    const idle = (await client.read("query user")).match(/(?<=Active +)\S+/g);
    expect(idle).toEqual([".", "12", "1:15", "1+02:05"]);
  });
});

describe("what ends a session", () => {
  it.each(["logoff 2", "rwinsta 2", "reset session 2"])("%s ends it and no other", async (line) => {
    await open();
    for (const user of ["anna", "bruno"]) host.signIn(user);
    expect(await client.run(line)).toMatchObject({ code: 0 });
    expect(users()).toEqual(["bruno"]);
  });

  it.each(["tsdiscon", "logoff", "rwinsta"])("%s without an id ends the caller", async (line) => {
    await open();
    await client.run(line);
    expect(host.endedItself).toBe(true);
  });

  it.each([
    ["logoff 0", "Error [5]:Access is denied."],
    ["tsdiscon 1", "Error [7041]:Disconnecting the console session is not supported."],
    ["logoff 99", "Could not find session ID 99"],
  ])("%s is refused in Windows' words", async (line, words) => {
    await open();
    const { stderr, code } = await client.run(line);
    expect(stderr.toString()).toContain(words);
    expect(code).toBe(1);
    expect(host.sessions).toHaveLength(4);
  });

  it("a log-off that takes time is seen to take it, whether the program waits or not", async () => {
    await open();
    host.behaviour.logOffTakesMs = 150;
    host.signIn("anna");
    await client.run("logoff 2");
    expect(users()).toEqual([]);

    host.behaviour.logOffWaits = false;
    host.signIn("bruno");
    const { ran } = await client.start("logoff 2");
    await waitFor(() => ran.isClosed);
    expect(users()).toEqual(["bruno"]);
    await waitFor(() => users().length === 0);
  });

  it("a stuck session stays after a log-off and goes with a reset", async () => {
    await open();
    host.behaviour.stuck.add(host.signIn("anna").id);
    expect(await client.run("logoff 2")).toMatchObject({ code: 0 });
    expect(users()).toEqual(["anna"]);
    await client.run("rwinsta 2");
    expect(users()).toEqual([]);
  });

  it("a reset of the listener ends all sessions that came over it", async () => {
    await open();
    for (const user of ["anna", "bruno"]) host.signIn(user);
    await client.run("rwinsta 65537");
    expect(users()).toEqual([]);
  });
});

describe("a message", () => {
  it.each(["cmd", "sh"] as const)(
    "is read from the input by msg, in the code page: %s",
    async (shell) => {
      await open({ language: "german", shell });
      host.signIn("anna");
      await client.run(
        "msg 2",
        iconv.encode("Bitte speichern: Wartung für Müller & Söhne %PATH%\r\n", "cp850"),
      );
      expect(host.messages).toEqual([
        {
          id: 2,
          user: "anna",
          title: "Message from rollcall",
          text: "Bitte speichern: Wartung für Müller & Söhne %PATH%",
        },
      ]);
    },
  );

  it("does not arrive while the input is open", async () => {
    await open();
    host.signIn("anna");
    const { channel, ran } = await client.start("msg 2");
    await new Promise<void>((resolve) => channel.write("Hello\r\n", () => resolve()));
    await client.run("query session");
    expect([ran.isClosed, host.messages]).toEqual([false, []]);
    channel.end();
    await waitFor(() => host.messages.length === 1);
  });

  it("from PowerShell needs $input, and loses its letters without an encoding", async () => {
    await open({ shell: "powershell", language: "german" });
    host.signIn("anna");
    const text = iconv.encode("für", "cp850");
    await client.run("$input | msg 2", text);
    await client.run("$OutputEncoding = [Console]::OutputEncoding; $input | msg 2", text);
    await client.run("msg 2", text);
    expect(host.messages.map((message) => message.text)).toEqual(["f?r", "für", ""]);
  });

  it.each([
    ["cmd", "'msg' is not recognized as an internal or external command,", 1],
    ["powershell", "The term 'msg' is not recognized as the name of a cmdlet", 1],
    ["sh", "bash: line 1: msg: command not found", 127],
  ] as const)("cannot be sent where msg is missing, says %s", async (shell, words, code) => {
    await open({ shell });
    host.behaviour.missing.add("msg");
    const ran = await client.run("msg 2", "Hello");
    expect(ran.stderr.toString()).toContain(words);
    expect(ran.code).toBe(code);
  });

  it("is refused for a session that nobody is attached to", async () => {
    await open();
    host.signIn("anna");
    await client.run("tsdiscon 2");
    const { stderr } = await client.run("msg 2", "Hello");
    expect(stderr.toString()).toBe("2 does not exist or is disconnected\r\n");
    expect(host.messages).toEqual([]);
  });
});

describe("the connection", () => {
  it("may stay open after the exit code of a good table, which is 1", async () => {
    await open();
    host.connection.afterwards = "hang";
    const { channel, ran } = await client.start("query session");
    channel.end();
    await waitFor(() => ran.code === 1);
    expect(ran.stdout.toString()).toContain("rdp-tcp");
    expect(ran.isClosed).toBe(false);
  });

  it("may fall silent in mid-table", async () => {
    await open();
    Object.assign(host.connection, { cutAfterBytes: 100, afterwards: "silence" });
    const { ran } = await client.start("query session");
    await waitFor(() => ran.stdout.length === 100);
    Object.assign(host.connection, { cutAfterBytes: null, afterwards: "close" });
    expect(await client.run("query session")).toMatchObject({ code: 1, isClosed: true });
    expect(ran).toMatchObject({ code: null, isClosed: false });
  });

  it("takes the public key it was given and no other", async () => {
    const [own, other] = [
      ssh2.utils.generateKeyPairSync("ecdsa", { bits: 256 }),
      ssh2.utils.generateKeyPairSync("ecdsa", { bits: 256 }),
    ];
    await open({ publicKey: own.public });
    const byKey = await connectToHost(host, own.private);
    expect(await byKey.read("query session")).toContain("rdp-tcp");
    byKey.close();
    await expect(connectToHost(host, other.private)).rejects.toThrow(/authentication/);
  });
});
