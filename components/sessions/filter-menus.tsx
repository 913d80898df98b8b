import { showControls } from "@/components/format/show-controls";
import { Button } from "@/components/ui/button";
import { Menu, MenuChoice } from "@/components/ui/menu";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { Session } from "@/lib/sessions/session";
import type { Column, ColumnFilter } from "./column";
import type { ShownRow } from "./roll-view";
import type { Screen } from "./use-screen";

/** One menu for each column that lets only some values through. */
export function FilterMenus<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  return screen.allColumns.map(
    ({ id, title, filter }) =>
      filter && <FilterMenu key={id} id={id} title={title} filter={filter} screen={screen} />,
  );
}

interface FilterMenuProps<Kind extends Session> extends Pick<Column<Kind>, "id" | "title"> {
  readonly filter: ColumnFilter<Kind>;
  readonly screen: Screen<Kind>;
}

function FilterMenu<Kind extends Session>({ id, title, filter, screen }: FilterMenuProps<Kind>) {
  const words = useWords();
  const { filterWords, formats } = words;
  const { arrangement, arrange, people, roll } = screen;
  const chosen = arrangement.filters[id] ?? [];
  const choose = (values: readonly string[]) =>
    arrange({ filters: { ...arrangement.filters, [id]: values } });
  const toggle = (value: string) =>
    choose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Menu
      label={filterWords.shortTitles.get(id) ?? title}
      chosen={
        chosen.length > 0
          ? chosen.map((value) => wordOf(words, filter, value)).join(", ")
          : undefined
      }
    >
      {(close) => (
        <>
          {optionsOf(words, arrangement.hasServices ? roll.rows : people, filter, chosen).map(
            ([value, count]) => (
              <MenuChoice
                key={value}
                type="checkbox"
                isChosen={chosen.includes(value)}
                onChoose={() => toggle(value)}
              >
                <bdi className="min-w-0 flex-1 truncate">{wordOf(words, filter, value)}</bdi>
                <span className="pl-4 text-muted tabular-nums">{formats.formatCount(count)}</span>
              </MenuChoice>
            ),
          )}
          {chosen.length > 0 && (
            <div className="mt-1 border-line border-t pt-1">
              <Button
                look="quiet"
                isWide
                onClick={() => {
                  choose([]);
                  close();
                }}
              >
                {filterWords.clear}
              </Button>
            </div>
          )}
        </>
      )}
    </Menu>
  );
}

function wordOf<Kind extends Session>(
  { filterWords }: Words,
  filter: ColumnFilter<Kind>,
  value: string,
): string {
  if (value === "") return filterWords.unknown;
  return filter.words?.[value] ?? showControls(value);
}

/** The values that there are, and how many sessions have each; those that were chosen are among them. */
function optionsOf<Kind extends Session>(
  words: Words,
  rows: readonly ShownRow<Kind>[],
  filter: ColumnFilter<Kind>,
  chosen: readonly string[],
): readonly (readonly [string, number])[] {
  const counts = new Map(chosen.map((value) => [value, 0]));
  for (const row of rows) {
    const value = filter.valueOf(row) ?? "";
    if (row.endedAtMs === null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].toSorted(
    ([one], [other]) =>
      Number(one === "") - Number(other === "") ||
      wordOf(words, filter, one).localeCompare(wordOf(words, filter, other), "en", {
        numeric: true,
      }),
  );
}
