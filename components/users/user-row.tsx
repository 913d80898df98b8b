"use client";

import { Ban, Eye, type LucideIcon, ShieldCheck, ShieldMinus } from "lucide-react";
import type { ReactNode } from "react";
import { secondsBetween } from "@/components/format/seconds-between";
import { CardLabel, CutCell, IconWord, NameCell } from "@/components/sessions/cells";
import { useWords } from "@/components/words/use-words";
import type { KnownUser } from "@/lib/sessions/user";
import type { AskedUser } from "./asked-user-dialog";
import { narrowOnly, wideOnly } from "./narrow-table";
import { UserButtons } from "./user-buttons";

interface UserRowProps {
  readonly user: KnownUser;
  readonly isSelf: boolean;
  readonly asOf: Date;
  /** Null where the operator may only see. */
  readonly onAsk: ((asked: AskedUser) => void) | null;
}

export function UserRow({ user, isSelf, asOf, onAsk }: UserRowProps) {
  const {
    userWords,
    roleWords,
    userColumnWords,
    formats: { formatCount },
  } = useWords();
  const { login, name, role, ownerLogin, hasSecondFactor, sessionCount, lastSignInAt } = user;
  return (
    <tr className="max-sm:pl-3.5!">
      <td data-place="who" className="sm:py-1!">
        <span className="who gap-2">
          <NameCell name={login} longest={20} />
          {isSelf && <Chip word={userWords.you} />}
        </span>
        {name !== null && (
          <Below>
            <CutCell text={name} longest={22} />
          </Below>
        )}
      </td>
      <td data-place="status" className="sm:py-1!">
        <Standing user={user} />
      </td>
      <td data-place="rest" data-blank={name === null || undefined} className={wideOnly}>
        {name !== null && <CutCell text={name} longest={16} />}
      </td>
      <td data-place="rest" className="sm:py-1!">
        {roleWords[role]}
        {ownerLogin !== null && (
          <Below>
            <CutCell text={userWords.ownedBy(ownerLogin)} longest={21} />
          </Below>
        )}
      </td>
      <td data-place="rest" data-blank={ownerLogin === null || undefined} className={wideOnly}>
        {ownerLogin !== null && (
          <>
            <CardLabel>{userColumnWords.owner}</CardLabel>
            <CutCell text={ownerLogin} longest={11} />
          </>
        )}
      </td>
      <td data-place="rest" className={wideOnly}>
        <span className="flex gap-1.5">
          <CardLabel>{userColumnWords.factor}</CardLabel>
          <IconWord
            icon={hasSecondFactor ? ShieldCheck : ShieldMinus}
            tone={hasSecondFactor ? "down" : "muted"}
            word={hasSecondFactor ? userWords.hasFactor : userWords.hasNoFactor}
          />
        </span>
      </td>
      <td data-place="rest" className={`number ${wideOnly}`}>
        <CardLabel>{userColumnWords.sessions}</CardLabel>
        {formatCount(sessionCount)}
      </td>
      <td data-place="rest" className="number sm:py-1!">
        <CardLabel>{userColumnWords.lastSignIn}</CardLabel>
        <LastSignIn at={lastSignInAt} asOf={asOf} />
        {sessionCount > 0 && <Below>{userWords.sessions(sessionCount)}</Below>}
      </td>
      {onAsk && (
        <td className="right-0 max-sm:ml-auto sm:sticky">
          <UserButtons user={user} isSelf={isSelf} onAsk={onAsk} />
        </td>
      )}
    </tr>
  );
}

/** What has no column of its own in a narrow table. */
function Below({ children }: { readonly children: ReactNode }) {
  return <span className={`${narrowOnly} text-muted-word text-xs`}>{children}</span>;
}

function Chip({ word }: { readonly word: string }) {
  return (
    <span className="chip rounded-md bg-accent-wash px-1.5 font-medium text-accent text-xs leading-5">
      {word}
    </span>
  );
}

function Standing({ user }: { readonly user: KnownUser }) {
  const { isViewer, isDisabled, hasPassword, hasSecondFactor } = user;
  const { userWords, userColumnWords } = useWords();
  return (
    <span className="flex flex-wrap gap-x-3">
      {isDisabled && <IconWord icon={Ban} tone="danger" word={userWords.disabled} />}
      {isViewer && <Noted icon={Eye} word={userWords.viewer} hint={userWords.viewerHint} />}
      {!hasPassword && (
        <span data-hint={userWords.noPasswordHint} className="text-muted-word">
          {userWords.noPassword}
        </span>
      )}
      {hasSecondFactor && (
        <span className={narrowOnly}>
          <IconWord icon={ShieldCheck} tone="down" word={userColumnWords.factor} />
        </span>
      )}
    </span>
  );
}

interface NotedProps {
  readonly icon: LucideIcon;
  readonly word: string;
  readonly hint: string;
}

function Noted({ icon, word, hint }: NotedProps) {
  return (
    <span data-hint={hint}>
      <IconWord icon={icon} word={word} />
    </span>
  );
}

interface LastSignInProps {
  readonly at: Date | null;
  readonly asOf: Date;
}

function LastSignIn({ at, asOf }: LastSignInProps) {
  const {
    userWords,
    formats: { formatElapsed },
  } = useWords();
  if (at === null) return <span className="text-muted-word">{userWords.never}</span>;
  return (
    <time dateTime={at.toISOString()} data-before={userWords.lastSignIn}>
      {userWords.ago(formatElapsed(secondsBetween(at, asOf)))}
    </time>
  );
}
