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
      element.showPopover();
      place(element, found.getBoundingClientRect());
    };
    const hide = () => {
      owner = null;
      element.hidePopover();
    };
    const follow = () => {
      if (owner && element.matches(":popover-open")) place(element, owner.getBoundingClientRect());
    };
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();

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
      className="pointer-events-none fixed inset-auto m-0 max-w-80 whitespace-pre-line break-words rounded-lg border border-line bg-text px-2.5 py-1.5 text-page text-xs shadow-lift"
    />
  );
}

const hinted = "[data-hint], time[datetime]";

function findOwner({ type, target }: Event): Element | null {
  if (!(target instanceof Element)) return null;
  const isByKeyboard = type === "focusin" && target.matches(":focus-visible");
  return (isByKeyboard && target.closest("tbody tr")) || target.closest(hinted);
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

function place(element: HTMLElement, around: DOMRect): void {
  const { width, height } = element.getBoundingClientRect();
  const isRoomAbove = around.top - height - gap > 0;
  const top = isRoomAbove ? around.top - height - gap : around.bottom + gap;
  const centred = around.left + around.width / 2 - width / 2;
  const left = Math.min(Math.max(gap, centred), window.innerWidth - width - gap);
  element.style.top = `${top}px`;
  element.style.left = `${left}px`;
}
