import { Columns3 } from "lucide-react";
import { Menu, MenuChoice } from "@/components/ui/menu";
import { useWords } from "@/components/words/use-words";
import type { Session } from "@/lib/sessions/session";
import { densities } from "./layout";
import type { Screen } from "./use-screen";

/** Which columns are shown, and how high the rows are. */
export function ColumnsMenu<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  const { layoutWords } = useWords();
  const { layout, changeLayout, allColumns, columns } = screen;
  const shown = new Set(columns.map(({ id }) => id));
  const toggle = (id: string) =>
    changeLayout({
      toggled: layout.toggled.includes(id)
        ? layout.toggled.filter((one) => one !== id)
        : [...layout.toggled, id],
    });
  return (
    <Menu label={layoutWords.columns} icon={Columns3} isAtEnd>
      {() => (
        <>
          <fieldset>
            <legend className="sr-only">{layoutWords.columns}</legend>
            {allColumns
              // Whose row it is stays in sight.
              .filter(({ place }) => place !== "who")
              .map(({ id, title }) => (
                <MenuChoice
                  key={id}
                  type="checkbox"
                  isChosen={shown.has(id)}
                  onChoose={() => toggle(id)}
                >
                  {title}
                </MenuChoice>
              ))}
          </fieldset>
          <fieldset className="mt-1.5 border-line border-t pt-1.5">
            <legend className="sr-only">{layoutWords.density}</legend>
            {densities.map((density) => (
              <MenuChoice
                key={density}
                type="radio"
                name="density"
                isChosen={layout.density === density}
                onChoose={() => changeLayout({ density })}
              >
                {layoutWords[density]}
              </MenuChoice>
            ))}
          </fieldset>
        </>
      )}
    </Menu>
  );
}
