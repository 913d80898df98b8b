import { english } from "@/components/words/en";

export const { formatCount, countOf } = english.formats;
