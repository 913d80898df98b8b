import { Keyboard } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { Session } from "@/lib/sessions/session";
import { isFinding } from "./arrangement";
import { ColumnsMenu } from "./columns-menu";
import { ExportMenu } from "./export-menu";
import { FilterMenus } from "./filter-menus";
import { SearchField } from "./search-field";
import type { Screen } from "./use-screen";

interface ScreenToolsProps<Kind extends Session> {
  readonly screen: Screen<Kind>;
  readonly onShowKeys: () => void;
}

export function ScreenTools<Kind extends Session>({ screen, onShowKeys }: ScreenToolsProps<Kind>) {
  const {
    keyWords,
    sessionWords,
    formats: { formatCount },
  } = useWords();
  const { kind, arrangement, arrange, matching, listed, serviceCount } = screen;
  const { search, hasServices } = arrangement;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        advice={sessionWords.searchAdvice[kind]}
        search={search}
        onSearch={(text) => arrange({ search: text })}
      />
      <FilterMenus screen={screen} />
      {serviceCount > 0 && (
        <label className="flex items-center gap-2 px-1 text-[0.8125rem]">
          <input
            type="checkbox"
            role="switch"
            aria-checked={hasServices}
            checked={hasServices}
            onChange={(event) => arrange({ hasServices: event.target.checked })}
            className="switch"
          />
          {sessionWords.showServices}
          <span className="text-muted tabular-nums">{formatCount(serviceCount)}</span>
        </label>
      )}
      {isFinding(arrangement) && (
        <p className="px-1 text-[0.8125rem] text-muted tabular-nums">
          {sessionWords.shownOf(formatCount(matching), formatCount(listed))}
        </p>
      )}
      <div className="flex items-center sm:ml-auto">
        <ColumnsMenu screen={screen} />
        <ExportMenu screen={screen} />
        <Button
          look="quiet"
          aria-label={keyWords.title}
          data-hint={keyWords.hint}
          onClick={onShowKeys}
        >
          <Keyboard aria-hidden="true" className="size-4" />
        </Button>
      </div>
    </div>
  );
}
