import type { Command } from "commander";
import { showControls } from "@/components/format/show-controls";
import { failureSentence } from "@/components/sessions/failure-sentence";
import { limitAdvice, limitSentence } from "@/components/sessions/limit-sentence";
import { english } from "@/components/words/en";
import { log, say } from "@/lib/log";
import { openSources } from "@/lib/servers/open-sources";
import { isService } from "@/lib/sessions/is-service";
import { inEnglish } from "@/lib/sessions/reason";
import type { SourceAnswer, SourceLabel } from "@/lib/sessions/roll";
import type { SourceLimit } from "@/lib/sessions/source-limit";
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
    const sources = await openSources(env, store, { log });
    try {
      await sources.findMore();
      const answers = await Promise.all(sources.current().map((source) => source.look()));
      for (const answer of answers) {
        for (const line of toLines(answer)) say(line);
        // Beside the one line a source that scripts read.
        for (const line of toPrinted(answer)) process.stderr.write(`    ${line}\n`);
      }
      const unusable = [...sources.stored.values()].flatMap(({ row, problem }) =>
        problem === null ? [] : [`${row.name}: ${inEnglish(problem)}`],
      );
      for (const line of unusable) say(line);
      const isWhole = answers.every(({ state }) => state === "answered");
      if (!isWhole || unusable.length > 0) process.exitCode = 1;
    } finally {
      await sources.close();
    }
  });
}

/** One line a source; what it cannot tell or may not do follows below it, with the line that lifts it. */
function toLines(answer: SourceAnswer): readonly string[] {
  const { source } = answer;
  if (answer.state !== "answered") {
    return [`${source.id}: ${failureSentence(english, source, answer.failure)}`];
  }
  const people = answer.sessions.filter((session) => !isService(session));
  const count = english.formats.countOf(people.length, "session", "sessions");
  const limits = answer.limits.flatMap((limit) => toLimitLines(source, limit));
  return [`${source.id}: answered, ${count}`, ...limits];
}

/** What could not be read, as it came. */
function toPrinted(answer: SourceAnswer): readonly string[] {
  const printed = answer.state === "answered" ? undefined : answer.failure.printed;
  return printed === undefined ? [] : printed.split(/\r?\n/).map(showControls);
}

function toLimitLines(source: SourceLabel, limit: SourceLimit): readonly string[] {
  const words = `  ${limitSentence(english, source, limit)} ${limitAdvice(english, limit)}`;
  return limit.remedy === null ? [words] : [words, `    ${showControls(limit.remedy)}`];
}
