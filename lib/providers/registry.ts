import type { SessionProvider } from "@/lib/sessions/session-provider";
import { linuxLoginsProvider } from "./linux-logins/provider";
import { createPanelProvider } from "./panel/create-panel-provider";
import type { PanelSessionRows } from "./panel/open-panel-source";
import { proftpdProvider } from "./proftpd/provider";
import { pureftpdProvider } from "./pureftpd/provider";
import { vsftpdProvider } from "./vsftpd/provider";
import { windowsProvider } from "./windows/provider";

/** Every kind of server software that Rollcall knows. */
export function createProviders(panelRows: PanelSessionRows): readonly SessionProvider[] {
  return [
    createPanelProvider(panelRows),
    proftpdProvider,
    pureftpdProvider,
    vsftpdProvider,
    windowsProvider,
    linuxLoginsProvider,
  ];
}
