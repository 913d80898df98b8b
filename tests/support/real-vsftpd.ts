import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type RealFtpd, startDaemon } from "./ftp-daemon";
import { type FtpdOptions, type FtpdSite, prepareSite, slowBytesPerSecond } from "./ftp-site";

export interface VsftpdOptions extends FtpdOptions {
  /** False leaves the process titles as vsftpd has them by default: they say nothing. */
  readonly titles?: boolean;
}

/**
 * A real vsftpd on a free loopback port, with the users given and `slow`. All are guests: any password
 * is right, and every session runs as the system's user `ftp`, whom ProFTPD's package makes.
 */
export async function startRealVsftpd(
  users: readonly string[],
  options: VsftpdOptions = {},
): Promise<RealFtpd> {
  const site = await prepareSite("vsftpd", users, options);
  const pamService = `rollcall-test-${site.port}`;
  const pamFile = join("/etc/pam.d", pamService);
  const [settingsFile, userSettings] = [
    join(site.folder, "vsftpd.conf"),
    join(site.folder, "users"),
  ];
  await mkdir(join(site.folder, "empty"));
  await mkdir(userSettings);
  await writeFile(join(userSettings, "slow"), `local_max_rate=${slowBytesPerSecond}\n`);
  await writeFile(settingsFile, settings(site, pamService, options));
  const guests = join(site.folder, "guests");
  await writeFile(guests, `${[...users, "slow"].join("\n")}\n`);
  await writeFile(pamFile, pamRules(guests));
  return startDaemon(site, [settingsFile], () => [pamFile]);
}

function pamRules(guests: string): string {
  return `auth required pam_listfile.so item=user sense=allow onerr=fail file=${guests}
account required pam_permit.so
`;
}

function settings(site: FtpdSite, pamService: string, options: VsftpdOptions): string {
  const { anonymous = false, tls = false, titles = true } = options;
  return `listen=YES
listen_address=${site.host}
listen_port=${site.port}
background=NO
pam_service_name=${pamService}
secure_chroot_dir=${site.folder}/empty
setproctitle_enable=${yesOrNo(titles)}
local_enable=YES
write_enable=YES
guest_enable=YES
guest_username=ftp
virtual_use_local_privs=YES
chroot_local_user=YES
allow_writeable_chroot=YES
user_sub_token=$USER
local_root=${site.home("$USER")}
user_config_dir=${site.folder}/users
anonymous_enable=${yesOrNo(anonymous)}
anon_root=${site.home("anonymous")}
anon_world_readable_only=NO
ssl_enable=${yesOrNo(tls)}
rsa_cert_file=${site.certificate}
force_local_logins_ssl=NO
force_local_data_ssl=NO
allow_anon_ssl=YES
require_ssl_reuse=NO
max_clients=0
max_per_ip=0
xferlog_enable=NO
`;
}

function yesOrNo(value: boolean): "YES" | "NO" {
  return value ? "YES" : "NO";
}
