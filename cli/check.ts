import type { Command } from "commander";
import { failureSentence } from "@/components/sessions/failure-sentence";
import { log, say } from "@/lib/log";
import { openSources } from "@/lib/open-sources";
import type { SourceAnswer } from "@/lib/sessions/roll";
import { withStore } from "./with-store";

export function registerCheckCommand(program: Command): void {
  program
    .command("check")
    .description(
      "reads the configuration and reaches every source once; exit 0 only when all answered",
    )
    .action(check);
}

async function check(): Promise<void> {
  await withStore(async (store, env) => {
    const sources = await openSources(env, store, log);
    try {
      await sources.findMore();
      const answers = await Promise.all(sources.current().map((source) => source.look()));
      for (const answer of answers) say(toLine(answer));
      if (answers.some(({ state }) => state !== "answered")) process.exitCode = 1;
    } finally {
      await sources.close();
    }
  });
}

function toLine(answer: SourceAnswer): string {
  const { source } = answer;
  if (answer.state !== "answered")
    return `${source.id}: ${failureSentence(source, answer.failure)}`;
  const { length } = answer.sessions;
  return `${source.id}: answered, ${length} ${length === 1 ? "session" : "sessions"}`;
}
