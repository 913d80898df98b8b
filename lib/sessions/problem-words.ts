/** What is wrong with what a person gave, in English. */
export const problemWords = {
  // A user.
  loginUnfit:
    "Use 1 to 100 letters, digits and the characters . _ @ + - and begin with a letter or digit.",
  personNameUnfit: "Use one line of at most 100 characters, without control characters.",
  emailUnfit: "It must have the form name@domain.",
  passwordShort: "A password needs at least {shortest} characters.",
  passwordLong: "A password has at most {longest} characters.",
  passwordGuessed: "This password is one of the first that others would try: choose another.",
  passwordShortAlone: "Without a second factor a password needs at least {shortest} characters.",
  signsInElsewhere: "You sign in through another service, which keeps your password.",
  signedOut: "You are signed in no more: sign in again.",
  busy: "Rollcall is busy. Try again in a moment.",

  // Any field.
  mustNotBeEmpty: "must not be empty",
  longerThan200: "is longer than 200 characters",
  noControls: "must not hold control characters",
  noDirections: "must not hold letters that turn the direction of writing",
  noHostName: "must be a host name or an address",
  noFingerprint: "must be a fingerprint: SHA256: and 43 characters",
  noPrintedFingerprint:
    "must be a fingerprint as ssh-keygen -lf prints it: SHA256: and 43 characters",
  noPort: "must be a whole number from 1 to 65535",
  noPortTyped: "must be a number from 1 to 65535",
  noPassword: "enter the password, of at most 1,000 characters",
  noPrivateKey: "paste the key or choose its file; it has at most 20,000 characters",
  noCheckedPath: "must be an absolute path of letters, digits and the characters . _ - /",
  noCodePage: "is not a code page that is known",

  // A server.
  removedMeanwhile: "somebody has removed this server",
  nameLocked: '"{name}" is the name of a server that is not changed here',
  nameTaken: '"{name}" is the name of another server',
  nameTakenMeanwhile: "is the name of another server",
  nameOfFile: "the configuration file names a server the same: rename one of the two",
  readsVariable: "must not hold ${: a configuration file reads a variable there",
  noSourceOn: "switch on at least one",
  noProvider: '"{name}" is not a provider',
  noProviderOf: '"{name}" is not a provider: use one of {names}',
  sourceTwice: "{name} is named twice",
  sourceUnopenable: "this version cannot open its source {name}: save it again",
  noCredential: "enter a password or a private key",
  passwordForOther:
    "the password was stored for {host} port {port}: enter it again for this address",

  // A file.
  noYaml: "{said}",
  unfit: "{said}",
  secondDocument: "a second document begins here: put all into one, without the line ---",
  variableUnset: "the environment variable {name} is not set",
  importsNoVariable: "an import reads no environment variables: write what {name} stands for",
  aliasWithoutAnchor: "the alias *{name} has no anchor above it: write the value out",
  aliasesTooLarge: "the aliases up to here stand for too much: write the values out",
  unreadableFile: "cannot be read: {said}",
  notInImport: "is set in the configuration file only: leave it out of an import",
  onlyInFile: "works in the configuration file only",
  agentOnlyInFile: "works in the configuration file only: write a privateKey or a password",
  importsNoKeyFile: "an import reads no files: write the key itself, as privateKey: |",
  importsNoPasswordFile: "an import reads no files: write the password itself, as password",
  panelIsListed: "Rollcall lists its own panel sessions by itself: leave it out",
  nameTwice: '"{name}" is the name of two servers',
  keyNotKnown: "is not a known key",
  noAgentSocket: "must be the absolute path of the socket of an SSH agent",
  oneCredential:
    "needs exactly one of privateKeyFile, privateKey, passwordFile, password and agent",
  localOrSsh: 'must be "local" or "ssh:"',
  domainTwice: "names :domain twice: one part of it can be the domain",
  nothingToMatch: "needs a login or a home to match",
  namesNoSource: "names no source",
} as const;
