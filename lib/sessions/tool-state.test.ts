import { describe, expect, it } from "vitest";
import { isUncounted, toolSchema, toPlainTool } from "./tool-state";

describe("toPlainTool", () => {
  it("passes what the live channel lets through", () => {
    for (const tool of [toPlainTool("audit"), toPlainTool("users", 3)]) {
      expect(toolSchema.parse(tool)).toEqual(tool);
    }
  });

  it("tells a tool without a count from one whose count is not known", () => {
    expect(isUncounted(toPlainTool("audit"))).toBe(true);
    expect(isUncounted(toPlainTool("users", 0))).toBe(false);
    expect(isUncounted({ ...toPlainTool("ftp"), sourceCount: 2 })).toBe(false);
  });
});
