import { useProof } from "@/components/proof/proof-provider";
import { DeleteDialog } from "./delete-dialog";
import { ImportDialog } from "./import-dialog";
import type { ServerActions } from "./server-actions";
import { ServerDialog } from "./server-dialog";
import type { ServerView } from "./server-view";

/** What a person wants to do. `edit` without a server adds one. */
export type AskedServer =
  | { readonly kind: "edit"; readonly server: ServerView | null }
  | { readonly kind: "delete"; readonly server: ServerView; readonly id: string }
  | { readonly kind: "import" };

interface AskedDialogProps {
  readonly asked: AskedServer;
  readonly actions: ServerActions;
  readonly onClose: () => void;
  /** Told in words when it is done. */
  readonly onDone: (said: string) => void;
}

export function AskedDialog({ asked, actions: given, ...ends }: AskedDialogProps) {
  const withProof = useProof();
  const actions: ServerActions = {
    ...given,
    findOut: (draft) => withProof(() => given.findOut(draft)),
    save: (draft) => withProof(() => given.save(draft)),
    importYaml: (input) => withProof(() => given.importYaml(input)),
  };
  switch (asked.kind) {
    case "edit":
      return <ServerDialog server={asked.server} actions={actions} {...ends} />;
    case "delete":
      return <DeleteDialog {...asked} remove={actions.remove} {...ends} />;
    case "import":
      return <ImportDialog importYaml={actions.importYaml} {...ends} />;
  }
}
