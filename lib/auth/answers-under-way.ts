import type { IncomingMessage, ServerResponse } from "node:http";
import { hashSecret } from "./secret";
import { findCookie } from "./sign-in-cookie";

interface EndedSession {
  readonly tokenHash: string;
  readonly endedWhy: string | null;
}

/**
 * What is being answered to people who are signed in: pages, actions with their streams, and the API.
 * Nothing more of it reaches its reader once the session has ended, however long it takes to make. Who
 * is turned away is not cut off: that answer tells nothing.
 */
export interface AnswersUnderWay {
  note(request: IncomingMessage, response: ServerResponse): void;
  /** The secret was found to be that of somebody who is signed in. */
  noteSignedIn(secret: string): void;
  cut(ended: readonly EndedSession[]): void;
  /** Once a second: finds what another process has ended. */
  check(): Promise<void>;
}

interface AnswerSettings {
  readonly cookieName: string;
  /** Of these, by the hashes of their secrets, those that have ended. */
  readonly findEnded: (tokenHashes: readonly string[]) => Promise<readonly EndedSession[]>;
}

interface Own {
  readonly responses: Set<ServerResponse>;
  isSignedIn: boolean;
  hasEnded: boolean;
}

export function openAnswersUnderWay({ cookieName, findEnded }: AnswerSettings): AnswersUnderWay {
  const underWay = new Map<string, Own>();
  const cutOver = ({ responses, isSignedIn, hasEnded }: Own) => {
    if (isSignedIn && hasEnded) for (const response of responses) response.destroy();
  };
  const cut = (ended: readonly EndedSession[]) => {
    for (const { tokenHash, endedWhy } of ended) {
      const own = underWay.get(tokenHash);
      // The answer to a sign-out takes the cookie back.
      if (!own || endedWhy === "signed-out") continue;
      own.hasEnded = true;
      cutOver(own);
    }
  };
  return {
    note({ url = "", headers: { cookie = "", authorization } }, response) {
      const secret = findCookie(new Headers({ cookie }), cookieName);
      // Where there is a token the API takes no notice of a cookie.
      const isForToken = authorization !== undefined && url.startsWith("/api/");
      if (!secret || isForToken || isWayIn(url)) return;
      const tokenHash = hashSecret(secret);
      const own = underWay.get(tokenHash) ?? toNew();
      underWay.set(tokenHash, own);
      own.responses.add(response);
      response.once("close", () => {
        own.responses.delete(response);
        if (own.responses.size === 0 && underWay.get(tokenHash) === own) underWay.delete(tokenHash);
      });
    },
    noteSignedIn(secret) {
      const own = underWay.get(hashSecret(secret));
      if (!own) return;
      own.isSignedIn = true;
      // It ended between the look at the database and now.
      cutOver(own);
    },
    cut,
    async check() {
      const asked = [...underWay].filter(([, { isSignedIn }]) => isSignedIn);
      if (asked.length > 0) cut(await findEnded(asked.map(([tokenHash]) => tokenHash)));
    },
  };
}

function toNew(): Own {
  return { responses: new Set(), isSignedIn: false, hasEnded: false };
}

/** It shows nothing to anybody, and may itself end an earlier session of its browser. */
function isWayIn(url: string): boolean {
  return url.startsWith("/sign-in");
}
