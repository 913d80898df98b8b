import { Monitor, Smartphone } from "lucide-react";
import type { ReactNode } from "react";
import { showControls } from "@/components/format/show-controls";
import { AddressCell } from "@/components/sessions/cells";
import { useWords } from "@/components/words/use-words";
import { browserName } from "./browser-name";
import type { EndedView, OpenView } from "./my-sessions-view";

interface SessionLineProps {
  readonly session: OpenView | EndedView;
  readonly chip?: ReactNode;
  /** When, in words. */
  readonly times: ReactNode;
  readonly button?: ReactNode;
}

/** One session: in which browser, from where, since when. */
export function SessionLine({ session, chip, times, button }: SessionLineProps) {
  const words = useWords();
  const { mySessionWords, ownSessionWords } = words;
  const { userAgent, address, peerAddress, isHandheld, signedInWith } = session;
  const Icon = isHandheld ? Smartphone : Monitor;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-muted" />
      <div className="grid min-w-0 flex-1 basis-56 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2">
          <span
            className="font-medium"
            data-hint={userAgent === null ? undefined : showControls(userAgent)}
          >
            {browserName(words, session)}
          </span>
          {chip}
        </p>
        <p className="wrap-anywhere text-[0.8125rem] text-muted">
          {mySessionWords.from} <AddressCell address={address} />
          {peerAddress !== null && peerAddress !== address && (
            <> {mySessionWords.through(peerAddress)}</>
          )}{" "}
          {ownSessionWords.signedInWith.get(signedInWith ?? "")}
        </p>
        <p className="flex flex-wrap gap-x-2 text-[0.8125rem] text-muted tabular-nums">{times}</p>
      </div>
      {button && <div className="max-sm:ml-9">{button}</div>}
    </li>
  );
}
