import { measureLiveChange } from "./live-change";
import { measureFirstVisit } from "./live-first-visit";
import { measureLiveGrid } from "./live-grid";
import { measureLivePaint } from "./live-paint";
import { measureLiveSockets } from "./live-sockets";

/** What a live page costs: from a change to the screen, for the browser, and for the server. */
export async function measureLive(): Promise<void> {
  await measureLiveChange();
  await measureLivePaint();
  await measureLiveGrid();
  await measureLiveSockets();
  await measureFirstVisit();
}
