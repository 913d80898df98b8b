/** Why nothing is asked on a transport any more. */
export const closedWords = "Rollcall has closed this way: it stops, or the server was changed";
