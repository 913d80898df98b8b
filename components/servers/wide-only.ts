/** For columns that a narrow table leaves out: what they say stands in the details of the server too. */
export const wideOnly = "@max-5xl:hidden";
