import { join } from "node:path";
import sirv from "sirv";
import type { Inside } from "./open-door";

const prefix = "/_next/static/";

/** The scripts and styles of the pages, as the build has packed them; everything else goes on. */
export function withStaticFiles(folder: string, inside: Inside): Inside {
  const serve = sirv(join(folder, ".next", "static"), {
    brotli: true,
    gzip: true,
    // Next names each file by what it holds.
    immutable: true,
    maxAge: 365 * 86_400,
  });
  return async (request, response) => {
    const { url = "" } = request;
    if (!url.startsWith(prefix)) return inside(request, response);
    request.url = `/${url.slice(prefix.length)}`;
    serve(request, response, () => {
      request.url = url;
      void inside(request, response);
    });
  };
}
