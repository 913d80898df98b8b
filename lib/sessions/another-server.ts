/** What a source is called before those who see nobody there. */
export const anotherServer = "another server";
