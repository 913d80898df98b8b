/** For the focus whose place is gone: to the open dialog, to what scrolls on the page, else to the page itself. */
export function focusContent(): void {
  const dialog = [...document.querySelectorAll("dialog:modal")].at(-1);
  const content = dialog?.querySelector<HTMLElement>("button:enabled") ?? findContent();
  content?.focus({ preventScroll: true });
}

function findContent(): HTMLElement | null {
  const scrolling = [...document.querySelectorAll<HTMLElement>("main [tabindex='0']")];
  // What is folded away takes no focus.
  return scrolling.find((box) => box.checkVisibility()) ?? document.querySelector("main");
}
