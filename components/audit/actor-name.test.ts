import { expect, test } from "vitest";
import { german } from "@/components/words/de";
import { english } from "@/components/words/en";
import { firstStartNames, rollcallItself } from "@/lib/sessions/record";
import { actorName } from "./actor-name";

test("who is no person is named in the reader's language, and a login as it is", () => {
  expect(actorName(german, rollcallItself.name)).toBe("Rollcall selbst");
  expect(actorName(german, firstStartNames.environment)).toBe("Umgebungsvariablen");
  expect(actorName(german, firstStartNames.setUpLink)).toBe("Einrichtungslink");
  expect(actorName(german, "token nightly")).toBe("Token nightly");
  expect(actorName(german, "console root")).toBe("Konsole root");
  expect(actorName(german, "console")).toBe("console");
  expect(actorName(german, "anna")).toBe("anna");
});

test("English names them as the record does", () => {
  const nobody = [rollcallItself.name, ...Object.values(firstStartNames)];
  for (const recorded of [...nobody, "token nightly", "console root", "anna"]) {
    expect(actorName(english, recorded)).toBe(recorded);
  }
});
