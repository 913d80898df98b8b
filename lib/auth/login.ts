const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u;

/** Undefined when this may be the login of a user or the name of a token. */
export function findNameProblem(name: string): string | undefined {
  return namePattern.test(name)
    ? undefined
    : "Use 1 to 100 letters, digits and the characters . _ @ + - and begin with a letter or digit.";
}
