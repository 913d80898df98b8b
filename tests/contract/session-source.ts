import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSameSession } from "@/lib/sessions/same-session";
import type { Session } from "@/lib/sessions/session";
import type { ActAction } from "@/lib/sessions/session-action";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { SessionSource } from "@/lib/sessions/session-source";
import { waitFor } from "@/tests/support/wait-for";

/** A real place with sessions, started for one suite. */
export interface SourceUnderTest {
  readonly source: SessionSource;
  /** What ends a session there. */
  readonly ending: ActAction;
  /** Signs somebody in; resolves when that person is in. */
  signIn(user: string): Promise<Guest>;
  /** Makes the server unable to answer, as a crash or a cut network would. */
  breakDown(): Promise<void>;
  stop(): Promise<void>;
}

interface Guest {
  /** As the person signed in sees it, not as the source says. */
  isConnected(): Promise<boolean>;
  leave(): Promise<void>;
}

const deadlineMs = 10_000;
const inTime = () => AbortSignal.timeout(deadlineMs);

/** What every provider promises, on the real thing. */
export function describeSessionSource(
  title: string,
  start: () => Promise<SourceUnderTest>,
  users: readonly [string, string],
): void {
  describe(`${title} keeps the promises of a session source`, () => {
    let place: SourceUnderTest;
    const [anna, bruno] = users;

    beforeAll(async () => {
      place = await start();
    });
    afterAll(() => place.stop());

    const list = () => place.source.list(inTime());
    const refsOf = async (user: string) =>
      (await list()).filter((session) => session.user === user).map((session) => session.ref);
    const refOf = (user: string): Promise<SessionRef> =>
      waitFor(async () => (await refsOf(user))[0]);

    it("lists who is signed in, and no longer who has left", async () => {
      const guest = await place.signIn(anna);
      await refOf(anna);
      await guest.leave();
      await waitFor(async () => (await refsOf(anna)).length === 0);
    });

    it("names the same session the same way when it lists twice", async () => {
      const guest = await place.signIn(anna);
      const first = await refOf(anna);
      const second = await refOf(anna);
      expect(isSameSession(first, second)).toBe(true);
      await guest.leave();
    });

    it("ends the one it was asked to end and nobody else", async () => {
      const chosen = await place.signIn(anna);
      const other = await place.signIn(bruno);
      const ref = await refOf(anna);
      await refOf(bruno);
      const asked = await place.source.act([ref], place.ending, inTime());
      expect(asked).toEqual([{ status: "asked" }]);
      await waitFor(async () => !(await chosen.isConnected()));
      await waitFor(async () => (await refsOf(anna)).length === 0);
      expect(await other.isConnected()).toBe(true);
      expect(await refsOf(bruno)).toHaveLength(1);
      await other.leave();
    });

    it("does nothing to a session that is gone", async () => {
      const guest = await place.signIn(anna);
      const ref = await refOf(anna);
      await guest.leave();
      await waitFor(async () => (await refsOf(anna)).length === 0);
      const asked = await place.source.act([ref], place.ending, inTime());
      expect(asked).toEqual([{ status: "gone" }]);
    });

    it("does nothing when the id belongs to someone else by now", async () => {
      const guest = await place.signIn(bruno);
      const ref = await refOf(bruno);
      const earlier: SessionRef = { ...ref, start: otherStart(ref.start) };
      const someoneElse: SessionRef = { ...ref, user: anna };
      const asked = await place.source.act([earlier, someoneElse], place.ending, inTime());
      expect(asked).toEqual([{ status: "replaced" }, { status: "replaced" }]);
      expect(await guest.isConnected()).toBe(true);
      await guest.leave();
    });

    it("answers in order, one answer a ref", async () => {
      const guests = [await place.signIn(anna), await place.signIn(bruno)];
      const [annaRef, brunoRef] = [await refOf(anna), await refOf(bruno)];
      const asked = await place.source.act(
        [{ ...annaRef, id: "9999" }, brunoRef, annaRef],
        place.ending,
        inTime(),
      );
      expect(asked.map(({ status }) => status)).toEqual(["gone", "asked", "asked"]);
      for (const guest of guests) await waitFor(async () => !(await guest.isConnected()));
    });

    it("gives every session a ref of this source that no other session has", async () => {
      const guests = [await place.signIn(anna), await place.signIn(anna)];
      const sessions = await waitFor(async () => {
        const found = await list();
        return found.filter(({ user }) => user === anna).length === 2 && found;
      });
      expect(sessions.every(({ ref }) => ref.sourceId === place.source.id)).toBe(true);
      expect(new Set(sessions.map((session: Session) => JSON.stringify(session.ref))).size).toBe(
        sessions.length,
      );
      for (const guest of guests) await guest.leave();
    });

    it("stops when it is told to", async () => {
      await expect(place.source.list(AbortSignal.abort(new Error("enough")))).rejects.toThrow(
        "enough",
      );
    });

    it("throws instead of listing nobody when the server cannot answer", async () => {
      await place.breakDown();
      await expect(list()).rejects.toMatchObject({ name: "SourceError" });
    });
  });
}

/** The start of somebody else who had the same id. */
function otherStart(start: string | null): string {
  return start?.replace(/\d(?=\D*$)/, (digit) => (digit === "0" ? "1" : "0")) ?? "before";
}
