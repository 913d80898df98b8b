"use client";

import { useEffect } from "react";
import { focusContent } from "./focus-content";

/** What has the focus may go with what was done, such as the button of a deleted row: then the next key must not be lost. */
export function FocusKeeper() {
  useEffect(() => {
    let focused: EventTarget | null = null;
    const remember = ({ target }: FocusEvent) => {
      focused = target;
    };
    // A click beside everything takes the focus away on purpose.
    const forget = () => {
      focused = null;
    };
    const observer = new MutationObserver(() => {
      const isGone = focused instanceof Element && !focused.isConnected;
      if (!isGone || document.activeElement !== document.body) return;
      focused = null;
      focusContent();
    });
    document.addEventListener("focusin", remember);
    document.addEventListener("pointerdown", forget);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
      document.removeEventListener("pointerdown", forget);
      observer.disconnect();
    };
  }, []);
  return null;
}
