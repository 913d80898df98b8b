"use client";

import { ChevronDown, type LucideIcon } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

interface MenuProps {
  readonly label: string;
  readonly icon?: LucideIcon;
  /** What has been chosen in it, for all to see. */
  readonly chosen?: string | undefined;
  /** Of the page, where the menu stands at its right. */
  readonly isAtEnd?: boolean;
  /** Made when it is open. The focus goes to its first control. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button, and what it unfolds: the browser closes it on Escape and on a click beside it. */
export function Menu({ label, icon: Icon, chosen, isAtEnd = false, children }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    if (!isOpen || !panel.current || !button.current) return;
    place(panel.current, button.current.getBoundingClientRect(), isAtEnd);
    panel.current.querySelector<HTMLElement>("input, button")?.focus();
  }, [isOpen, isAtEnd]);

  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-chosen={chosen === undefined ? undefined : true}
        className={`inline-flex h-9 items-center gap-2 whitespace-nowrap rounded-lg px-3 font-medium text-[0.8125rem] transition-colors duration-100 hover:bg-hover ${isAtEnd ? "text-muted-word hover:text-text" : "border border-line bg-card shadow-xs data-[chosen]:border-accent data-[chosen]:text-accent"}`}
      >
        {Icon && <Icon aria-hidden="true" className="size-4" />}
        {label}
        {chosen !== undefined && <span className="max-w-40 truncate font-normal">{chosen}</span>}
        {!isAtEnd && <ChevronDown aria-hidden="true" className="size-4 opacity-70" />}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={({ newState }) => setIsOpen(newState === "open")}
        className="fixed inset-auto m-0 max-h-[min(26rem,70dvh)] min-w-44 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-xl border border-line bg-card p-1.5 text-[0.8125rem] text-text shadow-lift"
      >
        {isOpen && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}

const gap = 6;

function place(panel: HTMLElement, around: DOMRect, isAtEnd: boolean): void {
  const { width } = panel.getBoundingClientRect();
  const wanted = isAtEnd ? around.right - width : around.left;
  const left = Math.min(Math.max(gap, wanted), window.innerWidth - width - gap);
  panel.style.top = `${around.bottom + gap}px`;
  panel.style.left = `${left}px`;
}

interface ChoiceProps {
  readonly type: "checkbox" | "radio";
  /** Of which radios of one name only one is chosen. */
  readonly name?: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** A line of a menu that is ticked or not. */
export function MenuChoice({ type, name, isChosen, onChoose, children }: ChoiceProps) {
  return (
    <label className="flex h-8 items-center gap-2.5 rounded-lg px-2.5 hover:bg-hover has-focus-visible:bg-hover">
      <input
        type={type}
        name={name}
        checked={isChosen}
        onChange={onChoose}
        className={`choose shrink-0 ${type === "radio" ? "rounded-full" : ""}`}
      />
      {children}
    </label>
  );
}
