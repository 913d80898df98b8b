import type { IncomingMessage, ServerResponse } from "node:http";
import type { StoreTrouble } from "@/lib/sessions/store-trouble";
import type { Inside } from "./open-door";
import { isForApi, refuse } from "./refuse";

interface Note {
  fault: 400 | 403 | 503 | undefined;
  trouble?: StoreTrouble;
}

/** Calls `inside` so that those inside can note what is wrong with the request. */
type Run = (note: Note, inside: () => Promise<void>) => Promise<void>;

const messages = {
  400: "Nothing can be read from this request.",
  403: "This account may not do that.",
  503: "Rollcall cannot use its database just now: try again in a minute. Its log says why.",
} as const;

interface FaultPorts {
  readonly run: Run;
  /** Told why the database could not be used for a request, whatever that was answered with. */
  readonly logTrouble: (trouble: StoreTrouble, request: { method: string; path: string }) => void;
}

/**
 * Next answers 500 wherever no answer comes out. Where what came was at fault, or the database is, this
 * says so instead: a call of an action is at fault until the action has read what it was given.
 */
export function withFaults(inside: Inside, { run, logTrouble }: FaultPorts): Inside {
  return async (request, response) => {
    const note: Note = { fault: isCall(request) ? 400 : undefined };
    const { method = "", url = "" } = request;
    const [path = ""] = url.split("?", 1);
    judge(request, response, note);
    await run(note, () => inside(request, response));
    if (note.trouble) logTrouble(note.trouble, { method, path });
  };
}

function judge(request: IncomingMessage, response: ServerResponse, note: Note): void {
  let status = response.statusCode;
  Object.defineProperty(response, "statusCode", {
    get: () => status,
    set(given: number) {
      status = given;
      if (given !== 500 || !note.fault || response.headersSent) return;
      status = note.fault;
      // Nobody reads what is left of the body, so nothing else can come after it.
      response.setHeader("connection", "close");
      // A page's script reads why from what Next sends; without one, a person reads this.
      if (isCall(request) && request.headers["next-action"] === undefined) {
        // Next goes on to say its own, which is heard no more.
        response.on("error", () => undefined);
        refuse(request, response, { status: note.fault, message: messages[note.fault] });
      }
    },
  });
}

function isCall(request: IncomingMessage): boolean {
  return request.method === "POST" && !isForApi(request);
}
