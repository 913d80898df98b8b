/**
 * A line for sudoers that lets the account run this command as root. Null where the account's name
 * would mean more there (`ALL`, `%group`): a server says that name, and an administrator adds the line.
 */
export function toSudoRule(account: string, command: string): string | null {
  if (!/^[a-z_][\w.-]*$/.test(account)) return null;
  return `${account} ALL=(root) NOPASSWD: ${command}`;
}
