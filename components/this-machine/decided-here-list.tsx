import { ServerDetails } from "@/components/servers/server-details";
import { ServerTroubles } from "@/components/servers/server-troubles";
import { toolLooks } from "@/components/tools/tool-looks";
import { ButtonLink } from "@/components/ui/button-link";
import { useWords } from "@/components/words/use-words";
import type { DecidedHere } from "./here-view";

/** What is listed of this machine, to be read: the file or the server that says so is changed elsewhere. */
export function DecidedHereList({ here: { by, view } }: { readonly here: DecidedHere }) {
  const { thisMachineWords } = useWords();
  const { byFile, byFileAdvice, byServer, byServerAdvice, byFileNothing } = thisMachineWords;
  return (
    <section aria-label={thisMachineWords.switches} className="grid gap-3">
      <p>
        {by === "file" ? byFile : byServer}{" "}
        <span className="text-muted">{by === "file" ? byFileAdvice : byServerAdvice}</span>
      </p>
      {view.servers.length === 0 && <p className="text-muted">{byFileNothing}</p>}
      {view.servers.map((server) => (
        <article
          key={server.name}
          className="grid gap-3 rounded-xl border border-line bg-card p-4 text-[0.8125rem] shadow-xs"
        >
          <h2 className="wrap-anywhere font-semibold text-sm">
            <bdi>{server.name}</bdi>
          </h2>
          <ServerTroubles server={server} onReview={null} />
          <ServerDetails server={server} />
        </article>
      ))}
      {by === "server" && (
        <div>
          <ButtonLink href={toolLooks.servers.href} look="plain">
            {thisMachineWords.toServers}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
