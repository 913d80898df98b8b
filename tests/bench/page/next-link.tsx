import type { ComponentProps } from "react";

/** Stands in for Next's: a bench page has no router. */
// biome-ignore lint/style/noDefaultExport: so does next/link
export default function Link(props: ComponentProps<"a">) {
  return <a {...props} />;
}
