import { expect, it } from "vitest";
import { toPlainTool } from "@/lib/sessions/tool-state";
import { withNow } from "./with-now";

const minute = (count: number) => ({ count, unanswered: 0 });
const history = {
  minutes: { panel: [minute(6), minute(7)], ftp: [minute(3), null], terminal: [null, minute(2)] },
  known: 2,
};

it("ends each kind with what its card counts, and leaves what no card knows", () => {
  const ftp = { ...toPlainTool("ftp", 4), sourceCount: 2, staleServers: ["web01"] };
  const terminal = { ...toPlainTool("terminal"), sourceCount: 1, silentServers: ["ts01"] };
  expect(withNow(history, [toPlainTool("panel", 8), ftp, terminal]).minutes).toEqual({
    panel: [minute(6), minute(8)],
    ftp: [minute(3), { count: 4, unanswered: 1 }],
    terminal: [null, minute(2)],
  });
});
