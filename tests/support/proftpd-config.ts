export interface ProftpdOptions {
  /** Explicit FTPS beside plain FTP. */
  readonly tls?: boolean;
  /** On a second port. */
  readonly sftp?: boolean;
  /** The ServerName. */
  readonly virtualHost?: string;
  /** A process for each connection and no daemon, as under xinetd. */
  readonly inetd?: boolean;
  /** Unless false, users see their home as `/`. */
  readonly chrooted?: boolean;
  readonly anonymous?: boolean;
  /** A name for the scoreboard file that nobody would guess. */
  readonly scoreboard?: string;
}

interface ProftpdPlace {
  readonly folder: string;
  readonly port: number;
  readonly sftpPort: number;
  readonly scoreboard: string;
}

export function toProftpdConfig(place: ProftpdPlace, options: ProftpdOptions): string {
  const parts = [
    modules(options),
    server(place, options),
    accounts(place, options),
    options.tls ? tls(place) : "",
    options.anonymous ? anonymous(place) : "",
    options.sftp ? sftp(place) : "",
  ];
  return parts.join("");
}

function modules({ tls, sftp }: ProftpdOptions): string {
  if (!tls && !sftp) return "";
  return `ModulePath /usr/lib/proftpd
${tls ? "LoadModule mod_tls.c" : ""}
${sftp ? "LoadModule mod_sftp.c" : ""}
`;
}

function server({ folder, port, scoreboard }: ProftpdPlace, options: ProftpdOptions): string {
  return `ServerName "${options.virtualHost ?? "Rollcall test"}"
ServerType ${options.inetd ? "inetd" : "standalone"}
DefaultServer on
DefaultAddress 127.0.0.1
Port ${port}
SocketBindTight on
UseIPv6 off
User nobody
Group nogroup
MaxInstances 2000
UseReverseDNS off
DelayEngine off
ScoreboardFile ${scoreboard}
PidFile ${folder}/pid
SystemLog ${folder}/log
TransferLog none
WtmpLog off
`;
}

// Global, for a virtual host takes nothing over from the main server.
function accounts({ folder }: ProftpdPlace, { chrooted = true }: ProftpdOptions): string {
  return `<Global>
AuthOrder mod_auth_file.c
AuthUserFile ${folder}/passwd
AuthGroupFile ${folder}/group
RequireValidShell off
${chrooted ? "DefaultRoot ~" : ""}
AllowOverwrite on
AllowStoreRestart on
TimeoutIdle 3600
TransferRate RETR 20 user slow
TransferRate STOR 20 user slow
</Global>
`;
}

function tls({ folder }: ProftpdPlace): string {
  return `TLSEngine on
TLSRequired off
TLSLog ${folder}/tls.log
TLSRSACertificateFile ${folder}/certificate.pem
TLSRSACertificateKeyFile ${folder}/key.pem
`;
}

function anonymous({ folder }: ProftpdPlace): string {
  return `<Anonymous ${folder}/vhosts/ftp.example/httpdocs>
User ftp
Group nogroup
UserAlias anonymous ftp
</Anonymous>
`;
}

function sftp({ folder, sftpPort }: ProftpdPlace): string {
  return `<VirtualHost 127.0.0.1>
ServerName "SFTP"
Port ${sftpPort}
SFTPEngine on
SFTPLog ${folder}/sftp.log
SFTPHostKey ${folder}/key.pem
SFTPAuthMethods password
</VirtualHost>
`;
}
