import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { dialogWords } from "./action-words";
import { keyWords } from "./table-words";

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
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
        {keyWords.list.map(({ keys, does }) => (
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
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
