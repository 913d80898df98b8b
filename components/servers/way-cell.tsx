"use client";

import { useWords } from "@/components/words/use-words";
import type { ServerWay } from "@/lib/sessions/server";

/** "SSH rollcall@192.0.2.10 port 22, via bastion.example port 22" */
export function WayCell({ via }: { readonly via: ServerWay }) {
  const { serverWords } = useWords();
  if (via.kind === "local") return serverWords.thisMachine;
  const { host, port, user, jump } = via;
  return (
    <>
      <bdi>{serverWords.way(`${user}@${host}`, port)}</bdi>
      {jump !== null && (
        <span className="text-muted-word">, {serverWords.jump(jump.host, jump.port)}</span>
      )}
    </>
  );
}
