import { english } from "@/components/words/en";

export const { formatElapsed } = english.formats;
