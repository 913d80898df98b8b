"use client";

import { CircleCheck, CircleDashed } from "lucide-react";
import Link from "next/link";
import { secondsBetween } from "@/components/format/seconds-between";
import { showControls } from "@/components/format/show-controls";
import { healthLooks } from "@/components/servers/health-looks";
import { healthOf } from "@/components/servers/server-health";
import { IconWord } from "@/components/sessions/cells";
import { buttonClasses } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useWords } from "@/components/words/use-words";
import type { Attention, TroubledServer } from "./attention";
import { OverviewPanel } from "./overview-panel";
import { toolLooks } from "./tool-looks";
import { troubleLines } from "./trouble-lines";

interface AttentionPanelProps {
  readonly attention: Attention;
}

/** What is wrong on which server, and where it is mended; with nothing wrong it says so. */
export function AttentionPanel({ attention }: AttentionPanelProps) {
  const { overviewWords } = useWords();
  const { troubled, othersCount, standing, isOnlyHere, asOf } = attention;
  return (
    <OverviewPanel title={overviewWords.attention}>
      <div className="grid gap-3 px-5 pb-4">
        {troubled.length > 0 && (
          <ul className="divide-y divide-line">
            {troubled.map((each) => (
              <Troubled key={each.server.name} troubled={each} asOf={asOf} />
            ))}
          </ul>
        )}
        {othersCount > 0 && (
          <Link
            href={toolLooks.servers.href}
            className="w-fit font-medium text-accent hover:underline"
          >
            {overviewWords.others(othersCount)}
          </Link>
        )}
        {standing !== "failing" && <Standing attention={attention} />}
        {isOnlyHere && <OnlyHere mayAct={attention.mayAct} />}
      </div>
    </OverviewPanel>
  );
}

function Troubled({ troubled, asOf }: { readonly troubled: TroubledServer; readonly asOf: Date }) {
  const words = useWords();
  const { overviewWords, healthWords, formats } = words;
  const { server, lead } = troubled;
  const { state, since } = healthOf(server);
  const { icon, tone } = healthLooks[state];
  const isFine = state === "answered" || state === "notAsked";
  const leadWord = overviewWords.leads[lead];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3 first:pt-1 last:pb-1">
      <div className="grid min-w-0 flex-1 basis-80 gap-1">
        <p className="flex flex-wrap items-center gap-x-3">
          <strong className="wrap-anywhere font-semibold">
            <bdi>{showControls(server.name)}</bdi>
          </strong>
          {!isFine && (
            <span className="flex items-center gap-1 text-[0.8125rem]">
              <IconWord icon={icon} tone={tone} word={healthWords.states[state]} />
              {since && (
                <time dateTime={since.toISOString()}>
                  {healthWords.forElapsed(formats.formatElapsed(secondsBetween(since, asOf)))}
                </time>
              )}
            </span>
          )}
        </p>
        {troubleLines(words, server).map((line) => (
          <p key={line} className="wrap-anywhere text-[0.8125rem] text-muted-word">
            {line}
          </p>
        ))}
      </div>
      <Link
        href={toServerHref(troubled)}
        aria-label={overviewWords.leadTo(leadWord, showControls(server.name))}
        className={buttonClasses("plain")}
      >
        {leadWord}
      </Link>
    </li>
  );
}

/** The Servers page, with the dialog of this server open or its row. */
function toServerHref({ server: { name }, lead }: TroubledServer): string {
  const query = new URLSearchParams({ [lead === "show" ? "show" : "edit"]: name });
  return `${toolLooks.servers.href}?${query}`;
}

function Standing({ attention }: AttentionPanelProps) {
  const { overviewWords, formats } = useWords();
  const { standing, serverCount, checkedAt, asOf } = attention;
  const isKnown = standing === "allAnswer";
  const seconds = checkedAt ? secondsBetween(checkedAt, asOf) : 0;
  const Icon = isKnown ? CircleCheck : CircleDashed;
  return (
    <p className="flex items-center gap-2">
      <Icon
        aria-hidden="true"
        className={`size-4 shrink-0 ${isKnown ? "text-down" : "text-muted"}`}
      />
      <span>
        {isKnown ? overviewWords.allAnswer(serverCount) : overviewWords.notAskedYet}{" "}
        {checkedAt && (
          <span className="text-muted tabular-nums">
            {seconds < 1
              ? overviewWords.checkedNow
              : overviewWords.checked(formats.formatElapsed(seconds))}
          </span>
        )}
      </span>
    </p>
  );
}

function OnlyHere({ mayAct }: { readonly mayAct: boolean }) {
  const { overviewWords } = useWords();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-line border-t pt-4">
      <p>
        {overviewWords.onlyHere}{" "}
        <span className="text-muted">
          {mayAct ? overviewWords.addAdvice : overviewWords.askToAdd}
        </span>
      </p>
      {mayAct && (
        <ButtonLink href={`${toolLooks.servers.href}?add`}>{overviewWords.addServer}</ButtonLink>
      )}
    </div>
  );
}
