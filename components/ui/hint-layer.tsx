"use client";

import { useEffect, useRef } from "react";

/**
 * One hint for the whole page: shows `data-hint` of what is under the pointer or focused, and the exact
 * time of a `<time>`, in the reader's own zone, behind its `data-before`.
 */
export function HintLayer() {
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = layer.current;
    if (!element) return;
    let owner: Element | null = null;

    const show = (event: Event) => {
      const found = findOwner(event.target);
      // Rows change under a resting pointer; that must not take the hint from who moves by keyboard.
      const isFocusHint = owner?.contains(document.activeElement) && event.type === "pointerover";
      if (found === owner || (!found && isFocusHint)) return;
      owner = found;
      element.hidePopover();
      const text = found && hintOf(found);
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
    document.addEventListener("scroll", follow, { ...listening, capture: true });
    document.addEventListener("keydown", onKey, listening);
    document.documentElement.addEventListener("pointerleave", hide, listening);
    return () => abort.abort();
  }, []);

  return (
    <div
      ref={layer}
      popover="manual"
      aria-hidden="true"
      className="pointer-events-none fixed inset-auto m-0 max-w-80 whitespace-pre-line break-words rounded-lg border border-line bg-text px-2.5 py-1.5 text-page text-xs shadow-lift"
    />
  );
}

function findOwner(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("[data-hint], time[datetime]") : null;
}

function hintOf(owner: Element): string | null {
  const hint = owner.getAttribute("data-hint");
  if (hint !== null) return hint;
  const time = new Date(owner.getAttribute("datetime") ?? "");
  if (Number.isNaN(time.getTime())) return null;
  return `${owner.getAttribute("data-before") ?? ""} ${exact.format(time)}`.trim();
}

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "long" });

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
