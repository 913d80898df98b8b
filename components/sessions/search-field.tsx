import { Search, X } from "lucide-react";
import { useRef } from "react";
import { focusContent } from "@/components/ui/focus-content";
import { useWords } from "@/components/words/use-words";
import { useKeys } from "./use-keys";

interface SearchFieldProps {
  readonly advice: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

export function SearchField({ advice, search, onSearch }: SearchFieldProps) {
  const { sessionWords } = useWords();
  const field = useRef<HTMLInputElement>(null);
  useKeys({
    "/"() {
      field.current?.focus();
      return true;
    },
  });
  return (
    <div className="relative w-full sm:w-68">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted"
      />
      <input
        ref={field}
        type="search"
        aria-label={sessionWords.search}
        placeholder={advice}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={({ key }) => {
          const isOver = key === "Enter" || (key === "Escape" && search === "");
          if (isOver) focusContent();
          else if (key === "Escape") onSearch("");
        }}
        className="peer h-9 w-full rounded-lg border border-edge bg-card pr-9 pl-9 text-[0.8125rem] placeholder:text-muted focus-visible:border-accent focus-visible:outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
      />
      {search === "" ? (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-2 right-2.5 hidden rounded border border-line px-1.5 font-mono text-muted text-xs leading-[1.125rem] peer-focus:hidden sm:block"
        >
          /
        </span>
      ) : (
        <button
          type="button"
          aria-label={sessionWords.clearSearch}
          onClick={() => {
            onSearch("");
            field.current?.focus();
          }}
          className="absolute top-1.5 right-1.5 grid size-6 place-items-center rounded text-muted hover:bg-hover hover:text-text"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </div>
  );
}
