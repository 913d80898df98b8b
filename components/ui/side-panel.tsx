"use client";

import { X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { focusContent } from "./focus-content";
import { Modal } from "./modal";
import { useMatches } from "./use-matches";

interface SidePanelProps {
  /** As it is heard. */
  readonly label: string;
  readonly title: ReactNode;
  readonly closeWord: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The breakpoint `side` of the style sheets. */
const isRoomBeside = "(width >= 56.25rem)";

/** Beside the content where there is room, else a sheet over it. Its title stays in sight, the rest scrolls. */
export function SidePanel({ label, title, closeWord, onClose, children }: SidePanelProps) {
  const titleId = useId();
  const isBeside = useMatches(isRoomBeside);
  const panel = useRef<HTMLElement>(null);
  // Before it is gone: the focus goes to what stays.
  useLayoutEffect(
    () => () => {
      if (panel.current?.contains(document.activeElement)) focusContent();
    },
    [],
  );
  const head = (
    <header className="flex items-start gap-2 border-line border-b py-3 pr-2 pl-4">
      <h2 id={titleId} aria-label={label} className="grid min-w-0 flex-1 gap-0.5 pt-1">
        {title}
      </h2>
      <button
        type="button"
        aria-label={closeWord}
        onClick={onClose}
        className="grid size-8 shrink-0 place-items-center rounded-lg text-muted hover:bg-hover hover:text-text"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </header>
  );
  const body = (
    <div className="grid content-start gap-5 overflow-y-auto px-4 pt-3 pb-4">{children}</div>
  );
  if (isBeside) {
    return (
      <aside
        ref={panel}
        aria-label={label}
        className="grid max-h-full min-h-0 w-[22rem] shrink-0 grid-rows-[auto_minmax(0,1fr)] overflow-hidden rounded-xl border border-line bg-card shadow-xs"
      >
        {head}
        {body}
      </aside>
    );
  }
  return (
    <Modal titleId={titleId} shape="drawer" onClose={onClose}>
      <div className="grid max-h-[85dvh] grid-rows-[auto_minmax(0,1fr)] sm:max-h-dvh">
        {head}
        {body}
      </div>
    </Modal>
  );
}
