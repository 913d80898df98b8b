import type { RunningRollcall } from "@/tests/support/start-rollcall";
import { waitFor } from "@/tests/support/wait-for";

/** What the first start prints, after the line that it is ready. */
export function setupLink({ output }: RunningRollcall): Promise<string> {
  return waitFor(() => /http\S+\/sign-in\?setup=\S+(?=\n)/.exec(output())?.[0]);
}
