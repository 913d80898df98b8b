import type { english } from "./en";
import type { Texts } from "./texts";

/** All texts of the pages, in one language. English says which there are; a language that lacks one does not compile. */
export type Words = Texts<typeof english>;
