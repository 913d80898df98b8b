/** The shape of a catalogue without its words: what every language must say. */
export type Texts<Said> = Said extends string
  ? string
  : Said extends (...given: infer Given) => string
    ? (...given: Given) => string
    : Said extends ReadonlyMap<infer Key, string>
      ? ReadonlyMap<Key, string>
      : { readonly [Key in keyof Said]: Texts<Said[Key]> };
