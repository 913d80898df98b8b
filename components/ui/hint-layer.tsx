"use client";

import { useEffect, useRef } from "react";
import { useWords } from "@/components/words/use-words";

/**
 * One hint for the whole page: shows `data-hint` of what is under the pointer or focused, and the exact
 * time of a `<time>` or of `data-at`, in the reader's own zone, behind its `data-before`. In a row of a table, focus by
 * keyboard shows the hints of all its cells, for its cells take no focus themselves.
 */
export function HintLayer() {
  const { formatExact } = useWords().formats;
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = layer.current;
    if (!element) return;
    let owner: Element | null = null;

    const show = (event: Event) => {
      const found = findOwner(event);
      // Rows change under a resting pointer; that must not take the hint from who moves by keyboard.
      const isFocusHint = owner?.contains(document.activeElement) && event.type === "pointerover";
      if (found === owner || (!found && isFocusHint)) return;
      owner = found;
      element.hidePopover();
      const text = found && hintOf(found, formatExact);
      if (!found || !text) return;
      element.textContent = text;
      element.toggleAttribute("data-row", found instanceof HTMLTableRowElement);
      element.showPopover();
      place(element, found);
    };
    const hide = () => {
      owner = null;
      element.hidePopover();
    };
    const follow = () => {
      if (owner && element.matches(":popover-open")) place(element, owner);
    };
    // What Enter opens says it all.
    const onKey = ({ key }: KeyboardEvent) => (key === "Escape" || key === "Enter") && hide();

    const abort = new AbortController();
    const listening = { signal: abort.signal, passive: true } as const;
    document.addEventListener("pointerover", show, listening);
    document.addEventListener("focusin", show, listening);
    document.addEventListener("focusout", hide, listening);
    // What was pressed may mean another thing now.
    document.addEventListener("click", hide, listening);
    document.addEventListener("scroll", follow, { ...listening, capture: true });
    document.addEventListener("keydown", onKey, listening);
    document.documentElement.addEventListener("pointerleave", hide, listening);
    return () => abort.abort();
  }, [formatExact]);

  return (
    <div
      ref={layer}
      popover="manual"
      aria-hidden="true"
      className="pointer-events-none fixed inset-auto m-0 max-w-80 data-row:max-w-[min(36rem,calc(100vw-0.75rem))] whitespace-pre-line break-words rounded-lg border border-line bg-text px-2.5 py-1.5 text-page text-xs shadow-lift"
    />
  );
}

const hinted = "[data-hint], time[datetime]";

function findOwner({ type, target }: Event): Element | null {
  if (!(target instanceof Element)) return null;
  const isByKeyboard = type === "focusin" && target.matches(":focus-visible");
  return (isByKeyboard && target.closest("tbody tr:not([data-opened])")) || target.closest(hinted);
}

type FormatTime = (time: Date) => string;

function hintOf(owner: Element, format: FormatTime): string | null {
  if (owner instanceof HTMLTableRowElement) return hintsOf(owner, format);
  const lines = [owner.getAttribute("data-hint"), timeOf(owner, format)].filter(
    (line) => line !== null,
  );
  return lines.length > 0 ? lines.join("\n") : null;
}

function timeOf(owner: Element, format: FormatTime): string | null {
  const at = owner.getAttribute("data-at") ?? owner.getAttribute("datetime");
  const time = new Date(at ?? "");
  if (Number.isNaN(time.getTime())) return null;
  return `${owner.getAttribute("data-before") ?? ""} ${format(time)}`.trim();
}

/** One or more lines for each cell that has something to add, behind the title of its column. */
function hintsOf(row: HTMLTableRowElement, format: FormatTime): string {
  const titles = row.closest("table")?.tHead?.rows[0]?.cells;
  const lines = [...row.cells].flatMap((cell) => {
    const owners = [cell, ...cell.querySelectorAll(hinted)].filter((each) => each.matches(hinted));
    const hints = owners.map((each) => hintOf(each, format)).filter((hint) => hint);
    if (hints.length === 0 || cell.matches("[data-blank]")) return [];
    const title = titles?.[cell.cellIndex]?.textContent;
    return [`${title ? `${title}: ` : ""}${hints.join("\n")}`];
  });
  return lines.join("\n");
}

const gap = 6;

function place(element: HTMLElement, owner: Element): void {
  const hint = element.getBoundingClientRect();
  const box = owner.closest("table")?.parentElement;
  const isOfRow = owner instanceof HTMLTableRowElement && box;
  const around = (isOfRow ? box : owner).getBoundingClientRect();
  const top = isOfRow ? topBeside(around, hint, owner) : topAt(around, hint);
  const centred = around.left + around.width / 2 - hint.width / 2;
  const left = Math.min(Math.max(gap, centred), window.innerWidth - hint.width - gap);
  element.style.top = `${top}px`;
  element.style.left = `${left}px`;
}

function topAt({ top, bottom }: DOMRect, { height }: DOMRect): number {
  const above = top - height - gap;
  return above > 0 ? above : bottom + gap;
}

/** Who goes from row to row sees all of them: beside the table where there is room, else as far away as can be. */
function topBeside({ top, bottom }: DOMRect, { height }: DOMRect, row: Element): number {
  const [above, below] = [top - height - gap, bottom + gap];
  const lowest = window.innerHeight - height - gap;
  if (below <= lowest) return below;
  if (above > 0) return above;
  return row.getBoundingClientRect().top < window.innerHeight / 2 ? lowest : gap;
}
