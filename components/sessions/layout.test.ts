import { expect, test } from "vitest";
import { plainLayout, toLayout, toLayoutText } from "./layout";

test("a layout is found again in its cookie", () => {
  const layout = { density: "compact", toggled: ["domain", "pid"] } as const;
  expect(toLayout(toLayoutText(layout))).toEqual(layout);
  expect(toLayout(toLayoutText(plainLayout))).toEqual(plainLayout);
});

test("a cookie that holds something else means that nothing was chosen", () => {
  expect(toLayout(undefined)).toEqual(plainLayout);
  expect(toLayout("huge domain")).toEqual(plainLayout);
});
