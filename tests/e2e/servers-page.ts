import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import type { Locator, Page } from "@playwright/test";
import type { WindowsHost } from "@/demo/windows-host";
import type { RunningRollcall } from "@/tests/support/start-rollcall";
import { expect, signIn } from "./rollcall-test";

export async function openServers(page: Page, { url }: RunningRollcall): Promise<void> {
  await signIn(page, url);
  await page.goto(`${url}/tools-settings/servers`);
}

interface Way {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
}

/** Opens the dialog and types all but what logs in. */
export async function typeServer(page: Page, way: Way): Promise<Locator> {
  await page.getByRole("button", { name: "Add server" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add a server" });
  await dialog.getByLabel("Name").fill(way.name);
  await dialog.getByLabel("Address").fill(way.host);
  await dialog.getByLabel("Port").fill(String(way.port));
  await dialog.getByLabel("Login").fill(way.user);
  return dialog;
}

export async function typePassword(dialog: Locator, password: string): Promise<void> {
  await dialog.getByRole("radio", { name: "Password" }).check();
  await dialog.getByLabel("Password", { exact: true }).last().fill(password);
}

type WindowsWay = Way & Pick<WindowsHost, "password" | "fingerprint">;

export async function addWindows(page: Page, way: WindowsWay): Promise<void> {
  const dialog = await typeServer(page, way);
  await typePassword(dialog, way.password);
  await dialog.getByRole("button", { name: "Find out" }).click();
  await expect(dialog.getByText(way.fingerprint)).toBeVisible();
  await dialog.getByRole("button", { name: "Accept this key" }).click();
  await expect(dialog.getByRole("checkbox", { name: /Windows/ })).toBeChecked();
  await saveServer(dialog);
}

export async function saveServer(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "Save server" }).click();
  await expect(dialog).toHaveCount(0);
}

/** A port whose server can be exchanged for another, as when a machine is installed anew. */
export async function startExchangeablePort(first: number) {
  let target = first;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const onward = connect(target, "127.0.0.1");
    for (const [from, to] of [
      [client, onward],
      [onward, client],
    ] as const) {
      open.add(from);
      from.pipe(to);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        open.delete(from);
        to.destroy();
      });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port to listen on");
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    exchange(port: number) {
      target = port;
      cut();
    },
    async stop() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
