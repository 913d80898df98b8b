import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linuxLoginsProvider } from "@/lib/providers/linux-logins/provider";
import { shScript } from "@/lib/sessions/command";
import type { SessionSource } from "@/lib/sessions/session-source";
import type { Transport } from "@/lib/sessions/transport";
import { describeWith } from "@/tests/support/describe-with";
import { logInOverSsh } from "@/tests/support/linux-login";
import {
  type LinuxLoginMachine,
  startLinuxLoginMachine,
} from "@/tests/support/linux-login-machine";
import { reach, signInTo } from "@/tests/support/linux-login-site";
import { waitFor } from "@/tests/support/wait-for";
import { inTime, listOf, users } from "./linux-logins";
import { describeSessionSource, type SourceUnderTest } from "./session-source";

const [anna, bruno] = users;

describeWith(["root", "sshd", "loginctl"], "a machine with a real systemd and logind", () => {
  describeSessionSource("linux-logins of logind", startOnLogind, users);
  describe("a login", describeLogin);
});

function describeLogin() {
  let machine: LinuxLoginMachine;
  let transport: Transport;
  let source: SessionSource;
  beforeAll(async () => {
    machine = await startLinuxLoginMachine();
    transport = reach(machine);
    source = linuxLoginsProvider.open("machine/linux-logins", {}, transport);
  });
  afterAll(async () => {
    await transport.close();
    await machine.stop();
  });

  it("of Rollcall itself is not listed although logind knows it", async () => {
    const { stdout } = await transport.run(
      shScript`loginctl list-sessions --no-legend; echo rollcall-end`,
      inTime(),
    );
    expect(Buffer.from(stdout).toString()).toContain("root");
    expect(await source.list(inTime())).toEqual([]);
  });

  it("has the terminal that logind does not know, and appears once", async () => {
    const guest = await logInOverSsh(machine, "root");
    const login = await waitFor(async () => {
      const [found] = await listOf(source, "root");
      return found?.kind === "terminal" && found.name !== null && found;
    });
    expect(login).toMatchObject({
      name: expect.stringMatching(/^pts\/\d+$/),
      remoteAddress: "127.0.0.1",
      statusText: "active",
      actions: ["logOff", "reset"],
    });
    expect(login.idleSeconds).toBeLessThan(10);
    expect(await listOf(source, "root")).toHaveLength(1);
    await guest.leave();
  });

  it("ends with Reset although its shell ignores every request", async () => {
    const guest = await logInOverSsh(machine, anna);
    guest.type(`trap "" HUP TERM; echo deaf-$((1 + 1))`);
    await waitFor(() => guest.shown().includes("deaf-2"));
    const refs = (await listOf(source, anna)).map(({ ref }) => ref);
    expect(await source.act(refs, "reset", inTime())).toEqual([{ status: "asked" }]);
    await waitFor(() => !guest.isConnected());
    await waitFor(async () => (await source.list(inTime())).length === 0);
    await guest.leave();
  });

  it("of the account that Rollcall uses can be ended by it, another one's not without sudo", async () => {
    const plain = reach(machine, anna);
    const asAnna = linuxLoginsProvider.open("machine/linux-logins", {}, plain);
    const [own, others] = [await logInOverSsh(machine, anna), await logInOverSsh(machine, bruno)];
    await listOf(asAnna, anna);
    await listOf(asAnna, bruno);
    const refs = (await asAnna.list(inTime())).map(({ ref }) => ref);
    const asked = await asAnna.act(refs, "logOff", inTime());
    const statuses = new Map(refs.map(({ user }, index) => [user, asked[index]]));
    expect(statuses.get(anna)).toEqual({ status: "asked" });
    expect(statuses.get(bruno)).toMatchObject({ status: "refused" });
    expect(asAnna.limits?.()).toMatchObject([{ code: "may-not-end" }]);
    await waitFor(() => !own.isConnected());
    expect(others.isConnected()).toBe(true);
    await own.leave();
    await others.leave();
    await plain.close();
    await waitFor(async () => (await source.list(inTime())).length === 0);
  });

  it("that has left jobs behind is nobody signed in", async () => {
    const guest = await logInOverSsh(machine, bruno);
    await listOf(source, bruno);
    guest.type("setsid sleep 600 & echo left-$((1 + 1))");
    await waitFor(() => guest.shown().includes("left-2"));
    await guest.leave();
    await waitFor(async () => (await source.list(inTime())).length === 0);
    const states = shScript`for id in $(loginctl list-sessions --no-legend | sed "s/^ *//; s/ .*//"); do loginctl show-session $id -p State; done; echo rollcall-end`;
    const { stdout } = await transport.run(states, inTime());
    expect(Buffer.from(stdout).toString()).toContain("State=closing");
  });

  it("is not taken as ended while logind does not answer", async () => {
    const guest = await logInOverSsh(machine, anna);
    await listOf(source, anna);
    await transport.run(shScript`kill -STOP $(pidof systemd-logind); echo rollcall-end`, inTime());
    await expect(source.list(inTime())).rejects.toMatchObject({ code: "timed-out" });
    await transport.run(shScript`kill -CONT $(pidof systemd-logind); echo rollcall-end`, inTime());
    expect(await listOf(source, anna)).toHaveLength(1);
    await guest.leave();
  });
}

async function startOnLogind(): Promise<SourceUnderTest> {
  const machine = await startLinuxLoginMachine();
  const transport = reach(machine);
  return {
    source: linuxLoginsProvider.open("machine/linux-logins", {}, transport),
    ending: "logOff",
    signIn: (user) => signInTo(machine, user),
    breakDown: () => machine.stop(),
    async stop() {
      await transport.close();
      await machine.stop();
    },
  };
}
