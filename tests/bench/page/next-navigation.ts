/** Stands in for Next's: a bench page has no router, and no server that could answer with a redirect. */
const params = new URLSearchParams(window.location.search);

export function useSearchParams(): URLSearchParams {
  return params;
}

export function unstable_isUnrecognizedActionError(): boolean {
  return false;
}

export function unstable_rethrow(): void {}
