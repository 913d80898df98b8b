import { ChevronRight } from "lucide-react";
import { useId } from "react";
import { CardLabel, IconWord, TextCell } from "@/components/sessions/cells";
import { useWords } from "@/components/words/use-words";
import type { ChainedEntry } from "@/lib/sessions/audit-entry";
import type { FoundEntry } from "@/lib/sessions/audit-search";
import { actorName } from "./actor-name";
import { numberColumn, unseenWhereNarrow } from "./audit-columns";
import { AuditDetail } from "./audit-detail";
import { formatUtc } from "./format-utc";
import { askedLook, outcomeLooks } from "./outcome-looks";

const columns = 7;

interface AuditRowProps {
  readonly found: FoundEntry;
  readonly isOpened: boolean;
  readonly onToggle: () => void;
}

/** One line of what matters; everything else below it when it is opened. */
export function AuditRow({ found: { seq, entry }, ...rest }: AuditRowProps) {
  const { auditWords, formats } = useWords();
  if (entry) return <ReadableRow entry={entry} {...rest} />;
  return (
    <tr>
      <td colSpan={columns - 1} className="whitespace-normal! text-danger-word">
        {auditWords.unreadable}
      </td>
      <td className={`number ${numberColumn}`}>
        <span className={unseenWhereNarrow}>{formats.formatCount(seq)}</span>
      </td>
    </tr>
  );
}

interface ReadableRowProps extends Omit<AuditRowProps, "found"> {
  readonly entry: ChainedEntry;
}

function ReadableRow({ entry, isOpened, onToggle }: ReadableRowProps) {
  const words = useWords();
  const { auditEventWords, auditWords, formats } = words;
  const { seq, event, phase, at } = entry;
  const [date, time] = formatUtc(at);
  const detailId = useId();
  return (
    <>
      <tr
        data-opened={isOpened || undefined}
        className={`max-sm:items-baseline! max-sm:pl-3.5! sm:*:py-1! ${isOpened ? "*:border-b-0!" : ""}`}
      >
        <td data-place="who">
          <span className="flex items-center gap-1.5">
            <button
              type="button"
              aria-expanded={isOpened}
              aria-controls={isOpened ? detailId : undefined}
              aria-label={auditWords.showMore(seq)}
              onClick={onToggle}
              className="-ml-1 grid size-6 shrink-0 place-items-center rounded-md text-muted hover:bg-hover hover:text-text"
            >
              <ChevronRight
                aria-hidden="true"
                className={`size-4 ${isOpened ? "rotate-90" : ""}`}
              />
            </button>
            <span
              className={`whitespace-normal leading-tight ${phase === "intent" ? "text-muted-word" : "font-medium"}`}
            >
              {auditEventWords[event]}
            </span>
          </span>
        </td>
        <td data-place="rest" className="sm:@max-[60rem]:whitespace-normal!">
          <time dateTime={at.toISOString()}>
            <span className="whitespace-nowrap">{date}</span>{" "}
            <span className="whitespace-nowrap">{time}</span>
          </time>
        </td>
        <td data-place="status" className="whitespace-normal!">
          <Outcome entry={entry} />
        </td>
        <td data-place="rest" className="whitespace-normal!">
          <CardLabel>{auditWords.by}</CardLabel>
          <Person name={actorName(words, entry.operator)} address={entry.operatorAddress} />
        </td>
        <td
          data-place="rest"
          data-blank={(!entry.user && !entry.address) || undefined}
          className="whitespace-normal!"
        >
          <CardLabel>{auditWords.whom}</CardLabel>
          <Person name={entry.user} address={entry.address} />
        </td>
        <td
          data-place="rest"
          data-blank={!entry.server || undefined}
          className="wrap-anywhere whitespace-normal!"
        >
          <CardLabel>{auditWords.server}</CardLabel>
          {entry.server && <TextCell text={entry.server} />}
        </td>
        <td data-place="rest" className={`number text-muted-word ${numberColumn}`}>
          <span className={unseenWhereNarrow}>
            <CardLabel>{auditWords.number}</CardLabel>
            {formats.formatCount(seq)}
          </span>
        </td>
      </tr>
      {isOpened && (
        <tr id={detailId} className="max-sm:pl-3.5!">
          <td
            colSpan={columns}
            className="w-full whitespace-normal! pt-1.5! pb-3! pl-9! max-sm:pl-0!"
          >
            <AuditDetail entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}

function Outcome({ entry: { outcome, phase, detail } }: { readonly entry: ChainedEntry }) {
  const { auditOutcomeWords, auditPhaseWords, auditWords } = useWords();
  if (!outcome) return <IconWord {...askedLook} word={auditPhaseWords[phase]} />;
  const { more, recovered } = detail;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <IconWord {...outcomeLooks[outcome]} word={auditOutcomeWords[outcome]} />
      {recovered === true && (
        <span
          data-hint={auditWords.recoveredHint}
          className="rounded-md bg-hover px-1.5 text-muted-word text-xs leading-5"
        >
          {auditWords.recovered}
        </span>
      )}
      {typeof more === "number" && (
        <span className="text-muted-word text-xs">{auditWords.more(more)}</span>
      )}
    </span>
  );
}

interface PersonProps {
  readonly name: string | null;
  readonly address: string | null;
}

function Person({ name, address }: PersonProps) {
  return (
    <span className="wrap-anywhere inline-flex flex-wrap items-baseline gap-x-2">
      {name && <TextCell text={name} />}
      {address && (
        <span className="font-mono text-muted-word text-xs leading-5">
          <TextCell text={address} />
        </span>
      )}
    </span>
  );
}
