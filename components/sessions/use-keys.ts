"use client";

import { useEffect, useEffectEvent } from "react";

/** What a key does; false when there is nothing to do, and the browser does what it always does. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => boolean | undefined>>;

/** Keys that work wherever the focus is, but not while somebody types, in a dialog, or in a menu. */
export function useKeys(keys: Keys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isForSomethingElse(event)) return;
    if (keys[event.key]?.(event) !== false && keys[event.key]) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

const typing = "input:not([type=checkbox]), textarea, select, dialog *, [popover] *";
const pressing = "button, a, summary";

function isForSomethingElse({ target, key }: KeyboardEvent): boolean {
  if (document.querySelector("dialog[open]")) return true;
  if (!(target instanceof Element)) return false;
  return target.matches(typing) || (key === "Enter" && target.matches(pressing));
}
