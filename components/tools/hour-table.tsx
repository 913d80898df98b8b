"use client";

import { useHydrated } from "@/components/ui/use-hydrated";
import { useWords } from "@/components/words/use-words";
import type { History } from "@/lib/sessions/history";
import { sessionKinds } from "@/lib/sessions/session";
import { minuteAt, minuteText } from "./minute-text";

interface HourTableProps {
  readonly history: History;
  readonly asOf: Date;
}

/** What the charts show, for who hears it; newest first. Times are the reader's own, so it comes after the page. */
export function HourTable({ history: { minutes, known }, asOf }: HourTableProps) {
  const words = useWords();
  const { overviewWords, toolWords, formats } = words;
  if (!useHydrated()) return null;
  const all = minutes.ftp.length;
  const places = Array.from({ length: known }, (_, ago) => all - 1 - ago);
  return (
    <div className="sr-only">
      <table>
        <caption>{overviewWords.tableCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{overviewWords.time}</th>
            {sessionKinds.map((kind) => (
              <th key={kind} scope="col">
                {toolWords[kind].short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place}>
              <th scope="row">{formats.formatClock(minuteAt(place, all, asOf))}</th>
              {sessionKinds.map((kind) => (
                <td key={kind}>{minuteText(words, minutes[kind][place])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
