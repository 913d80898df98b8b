import { useEffect, useRef } from "react";

/** Who comes because the host key is another one sees that one at once. */
export function useFirstLook(isWanted: boolean, look: () => Promise<void>): void {
  const isDue = useRef(isWanted);
  useEffect(() => {
    if (!isDue.current) return;
    isDue.current = false;
    void look();
  });
}
