import type { IncomingMessage, ServerResponse } from "node:http";
import { hashSecret } from "./secret";
import { findCookie } from "./sign-in-cookie";

interface EndedSession {
  readonly tokenHash: string;
  readonly endedWhy: string | null;
}

/**
 * What is being answered to people who are signed in: pages, actions with their streams, and the API.
 * Nothing more of it reaches its reader once the session has ended, however long it takes to make.
 */
export interface AnswersUnderWay {
  note(request: IncomingMessage, response: ServerResponse): void;
  cut(ended: readonly EndedSession[]): void;
  /** Once a second: finds what another process has ended, or time, among what has taken that long. */
  check(): Promise<void>;
}

interface AnswerSettings {
  readonly cookieName: string;
  /** Those of these, as the database keeps them, that are signed in now. */
  readonly findSignedIn: (tokenHashes: readonly string[]) => Promise<ReadonlySet<string>>;
}

export function openAnswersUnderWay({ cookieName, findSignedIn }: AnswerSettings): AnswersUnderWay {
  const underWay = new Map<string, Set<ServerResponse>>();
  let before: ReadonlySet<ServerResponse> = new Set();
  const cut = (tokenHash: string) => {
    for (const response of underWay.get(tokenHash) ?? []) response.destroy();
  };
  return {
    note({ url = "", headers: { cookie = "", authorization } }, response) {
      const secret = findCookie(new Headers({ cookie }), cookieName);
      // Where there is a token the API takes no notice of a cookie.
      const isForToken = authorization !== undefined && url.startsWith("/api/");
      if (!secret || isForToken || isWayIn(url)) return;
      const tokenHash = hashSecret(secret);
      const own = underWay.get(tokenHash) ?? new Set();
      underWay.set(tokenHash, own.add(response));
      response.once("close", () => {
        own.delete(response);
        if (own.size === 0 && underWay.get(tokenHash) === own) underWay.delete(tokenHash);
      });
    },
    cut(ended) {
      for (const { tokenHash, endedWhy } of ended) {
        // The answer to a sign-out takes the cookie back.
        if (endedWhy !== "signed-out") cut(tokenHash);
      }
    },
    async check() {
      const isLong = (own: ReadonlySet<ServerResponse>) =>
        [...own].some((each) => before.has(each));
      const long = [...underWay].filter(([, own]) => isLong(own)).map(([tokenHash]) => tokenHash);
      before = new Set([...underWay.values()].flatMap((own) => [...own]));
      if (long.length === 0) return;
      const signedIn = await findSignedIn(long);
      for (const tokenHash of long) if (!signedIn.has(tokenHash)) cut(tokenHash);
    },
  };
}

/** It shows nothing to anybody, and may itself end an earlier session of its browser. */
function isWayIn(url: string): boolean {
  return url.startsWith("/sign-in");
}
