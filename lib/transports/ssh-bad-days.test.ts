import ssh2, { type ServerChannel } from "ssh2";
import { afterEach, describe, expect, it } from "vitest";
import { shellLine } from "@/lib/sessions/command";
import type { Answer, Transport } from "@/lib/sessions/transport";
import { freePort } from "@/tests/support/free-port";
import {
  type ScriptedSshServer,
  startScriptedSshServer,
} from "@/tests/support/scripted-ssh-server";
import { waitFor } from "@/tests/support/wait-for";
import type { SshSettings } from "./kept-connection";
import { readHostKeyFingerprint } from "./read-host-key";
import { createSshTransport } from "./ssh";

const never = new AbortController().signal;
const hello = shellLine`hello`;
const textOf = ({ stdout }: Answer) => Buffer.from(stdout).toString();
const failure = (code: string, said: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(said) });

let server: ScriptedSshServer;
let transport: Transport;
afterEach(async () => {
  await transport.close();
  await server.stop();
});

async function start(
  script: Parameters<typeof startScriptedSshServer>[0] = {},
  settings: Partial<SshSettings> = {},
): Promise<void> {
  server = await startScriptedSshServer(script);
  transport = createSshTransport({
    host: server.host,
    port: server.port,
    user: server.user,
    credential: { password: server.password },
    trustedFingerprint: async () => server.fingerprint,
    ...settings,
  });
}

const run = (signal = never) => transport.run(hello, signal);

/** Runs again and again until it fails in another way, as a page that is looked at does. */
const failsWith = (code: string, said: RegExp) =>
  waitFor(async () => {
    const error: unknown = await run().catch((cause: unknown) => cause);
    return failure(code, said).asymmetricMatch(error);
  });

describe("a server whose host key is not the accepted one", () => {
  it("sees no login, and both fingerprints are told", async () => {
    const other = "SHA256:b3RoZXI";
    await start({}, { trustedFingerprint: async () => other });
    await expect(run()).rejects.toEqual(
      failure("not-trusted", new RegExp(`is ${toPattern(server.fingerprint)}.* is ${other}$`)),
    );
    expect(server.connections()).toBe(1);
    expect(server.loginAttempts()).toBe(0);
  });

  it("sees no login where none was accepted, and is used at once when it is", async () => {
    let trusted: string | null = null;
    await start(
      { onCommand: (channel) => answer(channel, "hello\nrollcall-end\n") },
      { trustedFingerprint: async () => trusted },
    );
    await expect(run()).rejects.toEqual(
      failure("not-trusted", new RegExp(toPattern(server.fingerprint))),
    );
    expect(server.loginAttempts()).toBe(0);
    trusted = await readHostKeyFingerprint(server, never);
    expect(trusted).toBe(server.fingerprint);
    expect(server.loginAttempts()).toBe(0);
    expect(textOf(await run())).toBe("hello\n");
  });
});

describe("a login that is refused", () => {
  it("is tried three times, then never again", async () => {
    await start({}, { credential: { password: "wrong" } });
    await expect(run()).rejects.toEqual(
      failure("refused", /^refused: it refused the login of rollcall$/),
    );
    await failsWith("refused", /3 times: correct the settings on the Servers page, or/);
    expect(server.loginAttempts()).toBe(3);
    for (let look = 0; look < 100; look += 1) await expect(run()).rejects.toThrow("3 times");
    expect(server.connections()).toBe(3);
  });

  it.each([
    ["no key at all", "no key"],
    ["an encrypted key without its passphrase", encryptedKey()],
  ])("is not even tried with %s", async (_what, privateKey) => {
    await start({}, { credential: { privateKey } });
    await expect(run()).rejects.toEqual(failure("refused", /private key of rollcall.*passphrase/));
    await expect(run()).rejects.toEqual(failure("refused", /private key/));
    expect(server.connections()).toBe(0);
  });
});

describe("a server that cannot be reached", () => {
  it("says why, and is left alone for a moment", async () => {
    const port = await freePort();
    await start({}, { port });
    await expect(run()).rejects.toEqual(
      failure("unreachable", new RegExp(`127.0.0.1 port ${port}: nothing listens there`)),
    );
    await expect(readHostKeyFingerprint({ host: server.host, port }, never)).rejects.toEqual(
      failure("unreachable", /nothing listens there/),
    );
  });
});

describe("an answer", () => {
  it("comes from a command that has exited, though its channel stays open for ever", async () => {
    await start({
      onCommand: (channel) => {
        channel.write("hello\r\nrollcall-end\r\n");
        channel.exit(7);
      },
    });
    const whole = await run(AbortSignal.timeout(5_000));
    expect(textOf(whole)).toBe("hello\r\n");
    expect(whole.exitCode).toBe(7);
  });

  it("without its end is unreadable, on an open channel too", async () => {
    await start({
      onCommand: (channel) => {
        channel.write("hello\r\n");
        channel.exit(0);
      },
    });
    await expect(run()).rejects.toEqual(failure("unreadable", /no end \(exit code 0\)/));
  });

  it("without an exit code is unreadable", async () => {
    await start({ onCommand: (channel) => channel.end("hello\nrollcall-end\n") });
    await expect(run()).rejects.toEqual(failure("unreadable", /ended in mid-answer/));
  });

  it("keeps an exit code as large as Windows sends it", async () => {
    await start({ onCommand: (channel) => answer(channel, "rollcall-end\r\n", 3_221_225_786) });
    expect((await run()).exitCode).toBe(3_221_225_786);
  });

  it("is no command's where the server runs none for this user", async () => {
    await start({ refusesCommands: true });
    await expect(run()).rejects.toEqual(failure("refused", /does not run commands/));
  });
});

describe("a caller's deadline", () => {
  it("ends the command, with a signal before its channel is closed", async () => {
    const { promise: taken, resolve: take } = Promise.withResolvers<void>();
    await start({ onCommand: () => take() });
    const caller = new AbortController();
    const given = run(caller.signal);
    await taken;
    caller.abort(new Error("too late"));
    await expect(given).rejects.toThrow("too late");
    await waitFor(() => server.signals().length > 0);
    expect(server.signals()).toEqual(["KILL"]);
    expect(server.connections()).toBe(1);
  });

  it("is kept where the server does not even take the command, and the next one connects anew", async () => {
    await start();
    await expect(run(AbortSignal.timeout(2_000))).rejects.toMatchObject({ name: "TimeoutError" });
    await expect(run(AbortSignal.timeout(100))).rejects.toMatchObject({ name: "TimeoutError" });
    await waitFor(() => server.connections() === 2);
  });
});

describe("many commands at once", () => {
  it("run in the order they came, four at a time, over one connection", async () => {
    const lines: string[] = [];
    let running = 0;
    let most = 0;
    await start({
      onCommand: (channel, line) => {
        lines.push(line);
        running += 1;
        most = Math.max(most, running);
        setImmediate(() => {
          running -= 1;
          answer(channel, `${line}\nrollcall-end\n`);
        });
      },
    });
    const numbers = Array.from({ length: 40 }, (_, number) => number);
    const answers = await Promise.all(
      numbers.map((number) => transport.run(shellLine`hello ${number}`, never)),
    );
    const expected = numbers.map((number) => `hello ${number}`);
    expect(lines).toEqual(expected);
    expect(answers.map(textOf)).toEqual(expected.map((line) => `${line}\n`));
    expect(most).toBeLessThanOrEqual(4);
    expect(server.connections()).toBe(1);
  });
});

describe("a closed transport", () => {
  it("opens no connection, and drops the one under way", async () => {
    await start();
    const underWay = run();
    await transport.close();
    await expect(underWay).rejects.toEqual(failure("unreachable", /has closed this way/));
    await expect(run()).rejects.toEqual(failure("unreachable", /has closed this way/));
    expect(server.loginAttempts()).toBe(0);
  });
});

function answer(channel: ServerChannel, stdout: string, exitCode = 0): void {
  channel.write(stdout);
  channel.exit(exitCode);
  channel.end();
}

function toPattern(text: string): string {
  return text.replace(/[+/.]/g, "\\$&");
}

function encryptedKey(): string {
  const options = { passphrase: "secret", cipher: "aes256-cbc", rounds: 1 };
  return ssh2.utils.generateKeyPairSync("ed25519", options).private;
}
