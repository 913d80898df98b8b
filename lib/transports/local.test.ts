import { getEventListeners } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkedPathSchema, shScript } from "@/lib/sessions/command";
import type { Answer, Transport } from "@/lib/sessions/transport";
import { sendSignal } from "@/tests/support/processes";
import { waitFor } from "@/tests/support/wait-for";
import { createLocalTransport } from "./local";

let transport: Transport;
beforeEach(() => {
  transport = createLocalTransport();
});
afterEach(() => transport.close());

const never = new AbortController().signal;
const failure = (code: string) => expect.objectContaining({ code });
const textOf = ({ stdout }: Answer) => Buffer.from(stdout).toString();

describe("a command on this machine", () => {
  it("gives its output, its complaints and its exit code", async () => {
    const command = shScript`echo one; echo two >&2; echo rollcall-end; exit 3`;
    const answer = await transport.run(command, never);
    expect(textOf(answer)).toBe("one\n");
    expect(Buffer.from(answer.stderr).toString()).toBe("two\n");
    expect(answer.exitCode).toBe(3);
  });

  it("leaves a missing program to who asked for it", async () => {
    const answer = await transport.run(
      shScript`no-such-program; code=$?; echo rollcall-end; exit $code`,
      never,
    );
    expect(answer.exitCode).toBe(127);
  });

  it("does not take part in how Rollcall was started", async () => {
    vi.stubEnv("GATEWAY_INTERFACE", "CGI/1.1");
    vi.stubEnv("LC_ALL", "de_DE.UTF-8");
    const answer = await transport.run(
      shScript`echo "$GATEWAY_INTERFACE $LC_ALL $PATH"; read line || echo no input; echo rollcall-end`,
      never,
    );
    vi.unstubAllEnvs();
    expect(textOf(answer)).toMatch(/^ C .*:\/usr\/sbin:.*:\/sbin:.*\nno input\n$/);
  });

  it("that was cut off is unreadable, never a short answer", async () => {
    const cut = transport.run(shScript`echo one; echo rollcall-end; kill -9 $$`, never);
    await expect(cut).rejects.toEqual(failure("unreadable"));
    await expect(transport.run(shScript`echo one`, never)).rejects.toEqual(failure("unreadable"));
  });

  it("ends with all that it started when the caller gives up", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rollcall-local-"));
    const file = checkedPathSchema.parse(join(folder, "pids"));
    const caller = new AbortController();
    const run = transport.run(
      shScript`sleep 300 & echo $! $$ > ${file}; wait; echo rollcall-end`,
      caller.signal,
    );
    const pids = await waitFor(async () => {
      const text = await readFile(file, "utf8").catch(() => "");
      return text.endsWith("\n") && text.trim().split(" ").map(Number);
    });
    expect(pids).toHaveLength(2);
    caller.abort(new Error("too late"));
    await expect(run).rejects.toThrow("too late");
    await waitFor(() => pids.every((pid) => !sendSignal(pid, 0)));
    await rm(folder, { recursive: true });
  });

  it("with endless output is ended and called too large", async () => {
    const before = process.memoryUsage().rss;
    const command = shScript`head -c 300000000 /dev/zero; echo rollcall-end`;
    await expect(transport.run(command, never)).rejects.toEqual(failure("too-large"));
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it("is not waited for when it left somebody behind who holds its output", async () => {
    const started = performance.now();
    const answer = await transport.run(shScript`echo one; sleep 5 & echo rollcall-end`, never);
    expect(textOf(answer)).toBe("one\n");
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  it("is not started for a caller who has given up", async () => {
    await expect(
      transport.run(shScript`echo rollcall-end`, AbortSignal.abort(new Error("gone"))),
    ).rejects.toThrow("gone");
  });

  it("leaves no listener on the caller's signal", async () => {
    const { signal } = new AbortController();
    for (let look = 0; look < 20; look += 1) {
      await transport.run(shScript`echo rollcall-end`, signal);
    }
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  it("is ended, and no other started, once the transport is closed", async () => {
    const run = transport.run(shScript`sleep 300; echo rollcall-end`, never);
    await transport.close();
    await expect(run).rejects.toEqual(failure("unreadable"));
    await expect(transport.run(shScript`echo rollcall-end`, never)).rejects.toEqual(
      failure("unreachable"),
    );
  });
});
