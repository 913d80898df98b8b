import { toRefText } from "@/lib/sessions/ref-text";
import { type Answer, type Knock, toMultipart } from "./ask-door";
import type { BuiltAction } from "./door-targets";

/** Calls an action as a page's script does: with a list of what it takes, or with a form's fields. */
export function callAction({ id, paths }: BuiltAction, given: unknown): Knock {
  const path = toPath(paths);
  const isList = Array.isArray(given);
  const { headers, body } = isList ? toText(given) : toForm(new Map(Object.entries(given ?? {})));
  return { method: "POST", path, headers: { ...headers, "next-action": id }, body };
}

/** Calls it as a form does where no script runs. */
export function submitAction({ id, paths }: BuiltAction): Knock {
  return { method: "POST", path: toPath(paths), ...toMultipart([[`$ACTION_ID_${id}`, ""]]) };
}

/** A page that most may see, for an answer may hold it anew: the overview is for everybody who is signed in. */
function toPath(paths: readonly string[]): string {
  const open = ["/sign-in", "/tools-settings"].find((path) => paths.includes(path));
  return open ?? paths[0] ?? "/";
}

const actions = { panel: "remove", ftp: "remove", terminal: "log-off" };

export function askApi(line: string): Knock {
  const [method = "", path = ""] = line.split(" ");
  if (method === "GET") return { method, path };
  const kind = path.split("/")[4];
  const action = Object.entries(actions).find(([name]) => name === kind)?.[1];
  const ref = toRefText({ sourceId: "none", id: "none", user: null, start: null, name: null });
  const headers = { "content-type": "application/json" };
  return { method, path, headers, body: JSON.stringify({ action, refs: [ref] }) };
}

/** True where the answer is what was asked for, and no way to the sign-in page or refusal. */
export function isOpened({ status, headers, body }: Answer): boolean {
  const redirect = String(headers.location ?? headers["x-action-redirect"] ?? "");
  if (status >= 400 || redirect.startsWith("/sign-in")) return false;
  // Where a page had begun before it knew better, it says so at its end.
  return !/NEXT_HTTP_ERROR_FALLBACK;4|NEXT_REDIRECT;[a-z]*;\/sign-in/.test(body);
}

function toText(given: readonly unknown[]) {
  return {
    headers: { "content-type": "text/plain;charset=UTF-8" },
    body: JSON.stringify(given),
  };
}

/** What React sends for what was there before, and a form. */
function toForm(fields: ReadonlyMap<string, unknown>) {
  const prefixed = [...fields].map(([name, value]) => [`_1_${name}`, String(value)] as const);
  // The fields come first: what refers to them is read as soon as it comes.
  return toMultipart([...prefixed, ["0", '["$undefined","$K1"]']]);
}
