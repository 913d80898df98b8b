import { english } from "@/components/words/en";

export const { formatBytes } = english.formats;
