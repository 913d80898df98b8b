import type { Words } from "@/components/words/words";
import { problemReasons } from "./problem-reasons";
import { serverReasons } from "./server-reasons";
import { storeReasons } from "./store-reasons";

export const reasons: Words["reasons"] = { ...serverReasons, ...storeReasons, ...problemReasons };
