// Where the table is narrow the number of an entry gives its room to the rest: its detail has it too.
export const numberColumn = "sm:@max-[60rem]:w-0 sm:@max-[60rem]:p-0!";
export const unseenWhereNarrow = "sm:@max-[60rem]:sr-only";
