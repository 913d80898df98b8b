import { afterEach, beforeEach, expect, it } from "vitest";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { quoted, reason } from "@/lib/sessions/reason";
import type { SessionSource } from "@/lib/sessions/session-source";
import { SourceError } from "@/lib/sessions/source-error";
import type { Transport } from "@/lib/sessions/transport";
import { reachWindowsHost } from "@/tests/support/windows-host-transport";
import { messageCommand } from "./commands";
import { windowsProvider } from "./provider";

const inTime = () => AbortSignal.timeout(5_000);

let host: WindowsHost;
let reach: Transport;
/** Command lines that the way there does not take. */
const untaken = new Map<string, SourceError>();
let source: SessionSource;

beforeEach(async () => {
  host = await startWindowsHost({ powershell: "missing" });
  reach = reachWindowsHost(host);
  untaken.clear();
  source = windowsProvider.open(
    "ts01/windows",
    {},
    {
      async run(command, signal, input) {
        const failure = untaken.get(command.text);
        if (failure) throw failure;
        return reach.run(command, signal, input);
      },
      close: () => reach.close(),
    },
  );
});

afterEach(async () => {
  await reach.close();
  await host.stop();
});

async function refsOfPeople() {
  return (await source.list(inTime())).flatMap(({ ref }) => (ref.user === null ? [] : [ref]));
}

it("a message that was shown to some is not said to have been sent to nobody", async () => {
  host.signIn("anna");
  const bruno = host.signIn("bruno");
  const refs = await refsOfPeople();
  untaken.set(
    messageCommand("cmd", bruno.id).text,
    new SourceError("refused", quoted("no more commands")),
  );
  await expect(source.sendMessage?.(refs, "Good night", inTime())).rejects.toMatchObject({
    code: "unreachable",
    message: "unreachable: it took 1 of 2 messages, then: no more commands",
  });
  expect(host.messages).toMatchObject([{ user: "anna" }]);
});

it("a message is not left to msg where the number of the session is somebody's name", async () => {
  const anna = host.signIn("anna");
  host.signIn(String(anna.id));
  const [ref] = await refsOfPeople();
  if (!ref) throw new Error("nobody is listed");
  expect(await source.sendMessage?.([ref], "Good night", inTime())).toEqual([
    { status: "refused", reason: reason("shownToUser", { id: anna.id }) },
  ]);
  expect(host.messages).toEqual([]);
});
