import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { dialogWords, keyWords } = useWords();
  return (
    <Dialog
      title={keyWords.title}
      isHeldOpen={false}
      onClose={onClose}
      onSubmit={onClose}
      buttons={
        <Button type="submit" look="accent">
          {dialogWords.close}
        </Button>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2.5 text-[0.8125rem]">
        {listKeys(keyWords).map(([does, ...keys]) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="rounded border border-line bg-page px-1.5 py-0.5 font-mono text-xs"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{keyWords.does[does]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

type KeyWords = Words["keyWords"];

/** What each does, and by which keys. */
function listKeys({
  shift,
  delete: del,
}: KeyWords): readonly (readonly [keyof KeyWords["does"], ...string[]])[] {
  return [
    ["search", "/"],
    ["move", "↑", "↓", "j", "k"],
    ["select", "x"],
    ["selectRange", `${shift}+x`],
    ["open", "Enter"],
    ["act", del],
    ["refresh", "r"],
    ["pause", "p"],
    ["back", "Esc"],
    ["list", "?"],
  ];
}
