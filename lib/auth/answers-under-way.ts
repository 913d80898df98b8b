import type { IncomingMessage, ServerResponse } from "node:http";
import { hashSecret } from "./secret";
import { findCookie } from "./sign-in-cookie";

interface EndedSession {
  readonly tokenHash: string;
  readonly endedWhy: string | null;
}

/** What is being answered to people who are signed in: pages, actions with their streams, and the API. */
export interface AnswersUnderWay {
  note(request: IncomingMessage, response: ServerResponse): void;
  /** Nothing more of an answer reaches its reader once its session has ended, however long it takes to make. */
  cut(ended: readonly EndedSession[]): void;
}

export function openAnswersUnderWay(cookieName: string): AnswersUnderWay {
  const underWay = new Map<string, Set<ServerResponse>>();
  return {
    note({ url = "", headers: { cookie = "" } }, response) {
      const secret = findCookie(new Headers({ cookie }), cookieName);
      if (!secret || isWayIn(url)) return;
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
        if (endedWhy === "signed-out") continue;
        for (const response of underWay.get(tokenHash) ?? []) response.destroy();
      }
    },
  };
}

/** It shows nothing to anybody, and may itself end an earlier session of its browser. */
function isWayIn(url: string): boolean {
  return url.startsWith("/sign-in");
}
