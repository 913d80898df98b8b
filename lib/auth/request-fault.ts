import { AsyncLocalStorage } from "node:async_hooks";
import { isStoreError, type StoreTrouble } from "@/lib/sessions/store-trouble";

/** What keeps a request from its answer without being a bug. 400: nothing can be read from it. 403: its person may not. 503: the database cannot be used. */
export type RequestFault = 400 | 403 | 503;

export interface RequestNote {
  fault: RequestFault | undefined;
  /** Why the database cannot be used. */
  trouble?: StoreTrouble;
}

declare global {
  var rollcallRequests: AsyncLocalStorage<RequestNote> | undefined;
}

/** Next bundles its own copy of this module, so what both write to lives on globalThis. */
function requests(): AsyncLocalStorage<RequestNote> {
  globalThis.rollcallRequests ??= new AsyncLocalStorage();
  return globalThis.rollcallRequests;
}

/** What is noted while it runs is found in `note`. */
export function runRequest<Answer>(note: RequestNote, run: () => Answer): Answer {
  return requests().run(note, run);
}

export function noteFault(fault: RequestFault | undefined): void {
  const note = requests().getStore();
  if (note) note.fault = fault;
}

/** For the log, whatever is answered. */
export function noteTrouble(trouble: StoreTrouble): void {
  const note = requests().getStore();
  if (note) Object.assign(note, { fault: 503, trouble });
}

/** What is noted so is told to the log when the request is over. */
export function isNoted(error: unknown): boolean {
  return error !== undefined && requests().getStore()?.trouble === error;
}

export function faultOfThisRequest(): RequestFault | undefined {
  return requests().getStore()?.fault;
}

/** The same answer; where the database keeps it back, that is noted. */
export async function noteStoreErrors<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (isStoreError(error)) noteTrouble(error);
    throw error;
  }
}
