# Reads one line, base64 of JSON: an action and sessions. Does it to each that is still who it was, and
# prints `rollcall-wts` and base64 of what became of each. It travels as one command line, without its
# indentation and its lines of remarks. `$input` makes PowerShell itself read the line.
$ErrorActionPreference = 'Stop'
$line = $input | Out-String
try {
    Add-Type -TypeDefinition @'
        using System;
        using System.ComponentModel;
        using System.Diagnostics;
        using System.Runtime.InteropServices;

        public static class RollcallAct
        {
            const string Api = "wtsapi32";
            [DllImport(Api, SetLastError = true)]
            static extern bool WTSQuerySessionInformationW(IntPtr on, int id, int kind, out IntPtr told, out int size);
            [DllImport(Api)]
            static extern void WTSFreeMemory(IntPtr told);
            [DllImport(Api, SetLastError = true)]
            static extern bool WTSDisconnectSession(IntPtr on, int id, bool wait);
            [DllImport(Api, SetLastError = true)]
            static extern bool WTSLogoffSession(IntPtr on, int id, bool wait);
            [DllImport(Api, SetLastError = true, CharSet = CharSet.Unicode)]
            static extern bool WTSSendMessageW(IntPtr on, int id, string title, int titleSize, string text, int size, int style, int time, out int button, bool wait);

            public static string Act(string action, string text, int id, string user, string domain, string name, string logon)
            {
                bool isSame = false;
                int button;
                try
                {
                    // WTSUserName, WTSDomainName, WTSWinStationName, and LogonTime in WTSSessionInfo
                    isSame = Text(id, 5) == user && Text(id, 7) == domain && Text(id, 6) == name
                        && "" + BitConverter.ToInt64(Ask(id, 24), 200) == logon;
                    if (!isSame) return "replaced";
                    if (action == "reset") return Reset(id);
                    // MB_ICONINFORMATION
                    if (action == "disconnect" && WTSDisconnectSession(IntPtr.Zero, id, false)
                        || action == "logOff" && WTSLogoffSession(IntPtr.Zero, id, false)
                        || action == "message" && WTSSendMessageW(IntPtr.Zero, id, "Rollcall", 16, text, text.Length * 2, 64, 0, out button, false))
                        return "asked";
                    throw new Win32Exception();
                }
                catch (Win32Exception error)
                {
                    // ERROR_FILE_NOT_FOUND, ERROR_CTX_WINSTATION_NOT_FOUND
                    bool isGone = error.NativeErrorCode == 2 || error.NativeErrorCode == 7022;
                    return isGone && !isSame ? "gone" : "refused " + error.Message;
                }
            }

            static string Reset(int id)
            {
                var how = new ProcessStartInfo("rwinsta", "" + id);
                how.UseShellExecute = false;
                how.RedirectStandardError = true;
                string words = Process.Start(how).StandardError.ReadToEnd().Trim();
                return words == "" ? "asked" : "refused " + words;
            }

            static string Text(int id, int kind)
            {
                return System.Text.Encoding.Unicode.GetString(Ask(id, kind)).TrimEnd('\0');
            }

            static byte[] Ask(int id, int kind)
            {
                IntPtr told;
                int size;
                if (!WTSQuerySessionInformationW(IntPtr.Zero, id, kind, out told, out size)) throw new Win32Exception();
                var bytes = new byte[size];
                Marshal.Copy(told, bytes, 0, size);
                WTSFreeMemory(told);
                return bytes;
            }
        }
'@
    $asked = ConvertFrom-Json ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line)))
    $answers = foreach ($one in $asked.sessions) {
        $told = [RollcallAct]::Act($asked.action, $asked.text, $one.id, $one.user, $one.domain, $one.name, $one.logon)
        $status, $words = $told -split ' ', 2
        @{ status = $status; words = "$words" }
    }
    $mark = 'rollcall-wts '
    $said = ConvertTo-Json -Compress @{ answers = @($answers) }
} catch {
    $mark = 'rollcall-wts-failed '
    $said = "$_"
}
[Console]::Out.WriteLine($mark + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($said)))
