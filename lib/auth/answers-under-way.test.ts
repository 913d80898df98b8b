import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type AnswersUnderWay, openAnswersUnderWay } from "./answers-under-way";
import { hashSecret } from "./secret";

let server: Server;
let answers: AnswersUnderWay;
let ended: { tokenHash: string; endedWhy: string }[];
let responses: ServerResponse[];
let url: string;

beforeEach(async () => {
  ended = [];
  answers = openAnswersUnderWay({ cookieName: "rollcall", findEnded: async () => ended });
  responses = [];
  server = createServer((request, response) => {
    answers.note(request, response);
    responses.push(response);
    response.flushHeaders();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.int() }).parse(server.address());
  url = `http://127.0.0.1:${port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function ask(path: string, secret: string, headers = {}) {
  const cookie = `a=1; rollcall=${secret}`;
  const answer = await fetch(url + path, { headers: { cookie, ...headers } });
  const response = responses.at(-1);
  if (!response) throw new Error("it was asked");
  if (secret !== "stranger") answers.noteSignedIn(secret);
  return { text: answer.text(), response };
}

const end = (secret: string, endedWhy = "removed") =>
  answers.cut([{ tokenHash: hashSecret(secret), endedWhy }]);

describe("what is answered to a session", () => {
  it("stops in the middle when the session ends, and what others are answered goes on", async () => {
    const [own, another] = [await ask("/tools-settings", "anna"), await ask("/api/v1/x", "bert")];
    const flood = [own, another].map(async ({ response }) => {
      while (!response.destroyed && !response.writableEnded) {
        response.write("frame ");
        await nextTurn();
      }
    });
    await nextTurn();
    const line = own.response.socket;
    end("anna");
    const written = line?.bytesWritten;
    expect(written).toBeGreaterThan(0);
    await expect(own.text).rejects.toThrow("terminated");
    expect(line?.bytesWritten).toBe(written);
    another.response.end("whole");
    expect(await another.text).toMatch(/frame whole$/);
    await Promise.all(flood);
  });

  it("comes whole where it takes the cookie back, or is the way to another session", async () => {
    const [leaving, entering] = [
      await ask("/tools-settings", "anna"),
      await ask("/sign-in", "bert"),
    ];
    end("anna", "signed-out");
    end("bert", "too-many");
    for (const { response, text } of [leaving, entering]) {
      response.end("whole");
      expect(await text).toBe("whole");
    }
  });

  it("stops at the next look when another process has ended the session", async () => {
    const [own, another] = [await ask("/tools-settings", "anna"), await ask("/api/v1/x", "bert")];
    await answers.check();
    ended.push({ tokenHash: hashSecret("anna"), endedWhy: "disabled" });
    await answers.check();
    await expect(own.text).rejects.toThrow("terminated");
    another.response.end("whole");
    expect(await another.text).toBe("whole");
  });

  it("stops when the session ends before it is known whose it is, and comes whole to who is turned away", async () => {
    const { text, response } = await ask("/tools-settings", "stranger");
    end("stranger");
    expect(response.destroyed).toBe(false);
    answers.noteSignedIn("stranger");
    await expect(text).rejects.toThrow("terminated");
    const away = await ask("/tools-settings", "stranger");
    end("stranger", "expired");
    away.response.end("whole");
    expect(await away.text).toBe("whole");
  });

  it("is not what a token was given for, unless a page was asked", async () => {
    const headers = { authorization: "Bearer token" };
    const script = await ask("/api/v1/x", "anna", headers);
    const page = await ask("/tools-settings", "anna", headers);
    end("anna");
    await expect(page.text).rejects.toThrow("terminated");
    script.response.end("whole");
    expect(await script.text).toBe("whole");
  });

  it("is forgotten when it is over", async () => {
    const first = await ask("/tools-settings", "anna");
    first.response.end("whole");
    await first.text;
    const second = await ask("/tools-settings", "anna");
    end("anna");
    await expect(second.text).rejects.toThrow("terminated");
  });
});
