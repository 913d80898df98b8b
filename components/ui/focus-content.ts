/** For the focus whose place is gone: to what scrolls on the page, else to the page itself. */
export function focusContent(): void {
  const content = document.querySelector("main [tabindex='0']") ?? document.querySelector("main");
  if (content instanceof HTMLElement) content.focus({ preventScroll: true });
}
