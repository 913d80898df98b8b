import { formatCount } from "@/components/format/format-count";
import type { Session, SessionKind } from "@/lib/sessions/session";
import { SearchField } from "./search-field";
import { sessionWords } from "./session-words";
import type { Screen } from "./use-screen";

interface ScreenToolsProps<Kind extends Session> {
  readonly kind: SessionKind;
  readonly screen: Screen<Kind>;
}

export function ScreenTools<Kind extends Session>({ kind, screen }: ScreenToolsProps<Kind>) {
  const { search, setSearch, shown, state, hasServices, showServices, serviceCount } = screen;
  const listed = state.rows.length - (hasServices ? 0 : serviceCount);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SearchField advice={sessionWords.searchAdvice[kind]} search={search} onSearch={setSearch} />
      {search.trim() !== "" && (
        <p className="text-[0.8125rem] text-muted tabular-nums">
          {sessionWords.shownOf(formatCount(shown.length), formatCount(listed))}
        </p>
      )}
      {serviceCount > 0 && (
        <label className="flex items-center gap-2 text-[0.8125rem]">
          <input
            type="checkbox"
            role="switch"
            aria-checked={hasServices}
            checked={hasServices}
            onChange={(event) => showServices(event.target.checked)}
            className="switch"
          />
          {sessionWords.showServices}
          <span className="text-muted tabular-nums">{formatCount(serviceCount)}</span>
        </label>
      )}
    </div>
  );
}
