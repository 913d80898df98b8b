import { Plus } from "lucide-react";
import { toolLooks } from "@/components/tools/tool-looks";
import { ButtonLink } from "@/components/ui/button-link";
import { useWords } from "@/components/words/use-words";
import { findBusiestPage } from "./find-busiest-page";
import type { HereView } from "./here-view";

/** Where one goes from here. */
export function NextWays({ here }: { readonly here: HereView }) {
  const { thisMachineWords } = useWords();
  const sources = here.status === "found" ? here.sources : [];
  return (
    <section aria-labelledby="next" className="grid gap-3 border-line border-t pt-5">
      <div className="grid gap-1">
        <h2 id="next" className="font-semibold text-base">
          {thisMachineWords.nextTitle}
        </h2>
        <p className="text-muted">{thisMachineWords.nextLead}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`${toolLooks.servers.href}?add`} look="accent">
          <Plus aria-hidden="true" className="size-4" />
          {thisMachineWords.addServer}
        </ButtonLink>
        <ButtonLink href={findBusiestPage(sources) ?? toolLooks.panel.href} look="plain">
          {thisMachineWords.seeSessions}
        </ButtonLink>
      </div>
    </section>
  );
}
