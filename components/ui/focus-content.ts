/** For the focus whose place is gone: to what scrolls on the page, else to the page itself. */
export function focusContent(): void {
  const scrolling = [...document.querySelectorAll<HTMLElement>("main [tabindex='0']")];
  // What is folded away takes no focus.
  const content = scrolling.find((box) => box.checkVisibility()) ?? document.querySelector("main");
  content?.focus({ preventScroll: true });
}
