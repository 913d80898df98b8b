/** For a column that a narrow table leaves out; a card has all of them. */
export const wideOnly = "sm:@max-5xl:hidden";
/** For what then stands below another cell. */
export const narrowOnly = "hidden sm:@max-5xl:block";
