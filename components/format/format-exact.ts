import { english } from "@/components/words/en";

export const { formatExact } = english.formats;
