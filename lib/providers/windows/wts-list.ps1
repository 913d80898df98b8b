# Prints every session as the API of Remote Desktop Services knows it: `rollcall-wts` and base64 of
# JSON. It travels as one command line, without its indentation and its lines of remarks.
# Structures: https://learn.microsoft.com/windows/win32/api/wtsapi32/
$ErrorActionPreference = 'Stop'
try {
    Add-Type -TypeDefinition @'
        using System;
        using System.Runtime.InteropServices;
        using System.Text;

        public static class RollcallList
        {
            [DllImport("wtsapi32", SetLastError = true)]
            static extern bool WTSEnumerateSessionsExW(IntPtr server, ref int level, int filter, out IntPtr list, out int count);
            [DllImport("wtsapi32")]
            static extern bool WTSFreeMemoryExW(int type, IntPtr list, int count);
            [DllImport("wtsapi32")]
            static extern bool WTSQuerySessionInformationW(IntPtr server, int id, int kind, out IntPtr told, out int size);
            [DllImport("wtsapi32")]
            static extern void WTSFreeMemory(IntPtr told);

            // WTS_SESSION_INFO_1
            public struct Session { public int Env, State, Id; public IntPtr Name, Host, User, Domain, Farm; }

            public static string Read()
            {
                IntPtr list;
                int count, level = 1;
                if (!WTSEnumerateSessionsExW(IntPtr.Zero, ref level, 0, out list, out count))
                    throw new System.ComponentModel.Win32Exception(Marshal.GetLastWin32Error());
                string rows = "";
                for (int at = 0; at < count; at++)
                {
                    IntPtr row = new IntPtr(list.ToInt64() + at * Marshal.SizeOf(typeof(Session)));
                    rows += (at > 0 ? "," : "") + Describe((Session)Marshal.PtrToStructure(row, typeof(Session)));
                }
                // WTSTypeSessionInfoLevel1
                WTSFreeMemoryExW(2, list, count);
                return "{\"now\":\"" + DateTime.UtcNow.ToFileTimeUtc() + "\",\"sessions\":[" + rows + "]}";
            }

            static string Describe(Session one)
            {
                // WTSClientAddress: the family, then the address from its third byte. WTSSessionInfo: WTSINFOW
                byte[] from = Ask(one.Id, 14), info = Ask(one.Id, 24);
                string address = "";
                if (from.Length > 9 && from[0] == 2)
                    address = from[6] + "." + from[7] + "." + from[8] + "." + from[9];
                // WTSWinStationName, WTSUserName, WTSDomainName: asked as they are asked before an act
                return "{\"id\":" + one.Id + ",\"state\":" + one.State
                    + Text("name", one, 6, one.Name) + Text("user", one, 5, one.User) + Text("domain", one, 7, one.Domain)
                    + Text("client", one, 10, IntPtr.Zero) + Field("address", address)
                    + Time("connect", info, 176) + Time("disconnect", info, 184)
                    + Time("input", info, 192) + Time("logon", info, 200) + "}";
            }

            static string Text(string name, Session one, int kind, IntPtr listed)
            {
                byte[] told = Ask(one.Id, kind);
                return Field(name, told.Length > 0 ? Encoding.Unicode.GetString(told).TrimEnd('\0') : Marshal.PtrToStringUni(listed));
            }

            static byte[] Ask(int id, int kind)
            {
                IntPtr told;
                int size;
                if (!WTSQuerySessionInformationW(IntPtr.Zero, id, kind, out told, out size)) return new byte[0];
                byte[] bytes = new byte[size];
                Marshal.Copy(told, bytes, 0, size);
                WTSFreeMemory(told);
                return bytes;
            }

            static string Time(string name, byte[] info, int at)
            {
                return Field(name, info.Length < 216 ? "0" : BitConverter.ToInt64(info, at).ToString());
            }

            static string Field(string name, string text)
            {
                string json = ",\"" + name + "\":\"";
                foreach (char one in text ?? "")
                    json += one < ' ' || one == '"' || one == '\\' ? "\\u" + ((int)one).ToString("x4") : "" + one;
                return json + "\"";
            }
        }
'@
    $mark = 'rollcall-wts '
    $said = [RollcallList]::Read()
} catch {
    $mark = 'rollcall-wts-failed '
    $said = "$_"
}
[Console]::Out.WriteLine($mark + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($said)))
