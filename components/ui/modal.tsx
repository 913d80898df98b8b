"use client";

import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { focusContent } from "./focus-content";

interface ModalProps {
  readonly titleId: string;
  readonly onClose: () => void;
  /** While something runs, Escape and a click outside do nothing. */
  readonly isHeldOpen?: boolean;
  readonly shape: keyof typeof shapes;
  readonly children: ReactNode;
}

const shapes = {
  dialog:
    "m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-[30rem] rounded-2xl border border-line bg-card shadow-lift",
  sheet: "m-0 h-dvh max-h-none w-64 max-w-[85vw] border-line border-r bg-side shadow-lift",
  /** From below, or from the right where the page is wider than a hand. */
  drawer:
    "mx-0 mt-auto mb-0 max-h-[85dvh] w-full max-w-none rounded-t-2xl border-line border-t bg-card shadow-lift sm:mt-0 sm:ml-auto sm:h-dvh sm:max-h-none sm:w-[24rem] sm:rounded-none sm:border-t-0 sm:border-l",
} as const;

/** Open as long as it is rendered. The browser traps the focus; where it was is remembered here. */
export function Modal({ titleId, onClose, isHeldOpen = false, shape, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useEffectEvent(onClose);

  useEffect(() => {
    const element = dialog.current;
    const focused = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    const onBackdrop = (event: MouseEvent) => {
      if (event.target === element && !element?.dataset["heldOpen"]) close();
    };
    element?.addEventListener("mousedown", onBackdrop);
    return () => {
      element?.removeEventListener("mousedown", onBackdrop);
      element?.close();
      // What opened it may be gone with what was done.
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
      else focusContent();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      data-held-open={isHeldOpen || undefined}
      onCancel={(event) => {
        event.preventDefault();
        if (!isHeldOpen) onClose();
      }}
      className={`overflow-hidden p-0 text-text ${shapes[shape]}`}
    >
      {children}
    </dialog>
  );
}
