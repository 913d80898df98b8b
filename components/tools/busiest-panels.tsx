"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { cutMiddle } from "@/components/format/cut-middle";
import { showControls } from "@/components/format/show-controls";
import { useWords } from "@/components/words/use-words";
import type { Busiest, Share } from "@/lib/sessions/busiest";
import { OverviewPanel } from "./overview-panel";
import { toSearchHref } from "./to-search-href";
import { toolLooks } from "./tool-looks";

const longestName = 48;

interface BusiestProps {
  readonly busiest: Busiest;
}

export function BusyAddresses({ busiest: { addresses, isPartlyKnown } }: BusiestProps) {
  const { overviewWords } = useWords();
  const { busiestAddresses, noBusyAddress, noBusyAddressKnown } = overviewWords;
  return (
    <OverviewPanel title={busiestAddresses}>
      {addresses.length === 0 ? (
        <Nobody>{isPartlyKnown ? noBusyAddressKnown : noBusyAddress}</Nobody>
      ) : (
        <ol className="px-2 pb-2">
          {addresses.map(({ address, shares, count }) => (
            <Line key={address} share={count / (addresses[0]?.count ?? count)}>
              <span className="wrap-anywhere min-w-0 flex-1 basis-40 font-mono text-xs">
                {address}
              </span>
              <Shares name={address} shares={shares} />
            </Line>
          ))}
        </ol>
      )}
      {isPartlyKnown && addresses.length > 0 && <MayBeMore />}
    </OverviewPanel>
  );
}

export function BusyUsers({ busiest: { users, isPartlyKnown } }: BusiestProps) {
  const { overviewWords } = useWords();
  const { busiestUsers, noBusyUser, noBusyUserKnown } = overviewWords;
  return (
    <OverviewPanel title={busiestUsers}>
      {users.length === 0 ? (
        <Nobody>{isPartlyKnown ? noBusyUserKnown : noBusyUser}</Nobody>
      ) : (
        <ol className="px-2 pb-2">
          {users.map(({ user, server, kind, count }) => (
            <Line
              key={JSON.stringify([kind, server, user])}
              share={count / (users[0]?.count ?? count)}
            >
              <span className="wrap-anywhere min-w-0 flex-1 basis-40">
                <bdi className="font-medium">{showControls(cutMiddle(user, longestName))}</bdi>{" "}
                <bdi className="text-muted">{showControls(server)}</bdi>
              </span>
              <Shares name={user} server={server} shares={[{ kind, count }]} />
            </Line>
          ))}
        </ol>
      )}
      {isPartlyKnown && users.length > 0 && <MayBeMore />}
    </OverviewPanel>
  );
}

function Line({ share, children }: { readonly share: number; readonly children: ReactNode }) {
  return (
    <li className="relative isolate flex min-h-9 flex-wrap items-center justify-between gap-x-4 rounded-lg px-3 py-1.5 text-[0.8125rem] transition-colors duration-100 hover:bg-hover">
      <span
        aria-hidden="true"
        className="-z-10 absolute inset-y-0.5 left-0 rounded-lg bg-accent-wash"
        style={{ width: `${share * 100}%` }}
      />
      {children}
    </li>
  );
}

interface SharesProps {
  readonly name: string;
  readonly server?: string;
  readonly shares: readonly Share[];
}

/** The whole line leads to the first, for most have no other. */
function Shares({ name, server, shares }: SharesProps) {
  const { overviewWords } = useWords();
  return (
    <span className="ml-auto flex flex-wrap justify-end gap-x-4 tabular-nums">
      {shares.map(({ kind, count }, index) => {
        const { icon: Icon } = toolLooks[kind];
        const reach = index === 0 ? "after:absolute after:inset-0 after:rounded-lg" : "";
        return (
          <Link
            key={kind}
            href={toSearchHref(kind, name, server)}
            className={`flex items-center gap-1.5 hover:text-accent hover:underline ${reach}`}
          >
            <Icon aria-hidden="true" className="size-3.5 text-muted" />
            {overviewWords.share(kind, count)}
            <span className="sr-only"> {overviewWords.sharedBy(count, showControls(name))}</span>
          </Link>
        );
      })}
    </span>
  );
}

function Nobody({ children }: { readonly children: string }) {
  return <p className="px-5 pb-5 text-muted">{children}</p>;
}

function MayBeMore() {
  const { overviewWords } = useWords();
  return <p className="px-5 pb-3 text-muted text-xs">{overviewWords.mayBeMore}</p>;
}
