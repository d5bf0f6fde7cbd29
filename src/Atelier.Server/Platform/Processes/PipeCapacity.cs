using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace Atelier.Platform.Processes;

/// <summary>
/// How much lies in a pipe between two processes. Of Linux' usual 64 KiB a frame of film takes fifty, and both processes
/// change places each time: with a megabyte encoding takes a fifth less processor time.
/// </summary>
internal static class PipeCapacity
{
    private const int SetPipeSize = 1031; // F_SETPIPE_SZ, fcntl(2)
    private const int Most = 1 << 20; // what anybody may have: /proc/sys/fs/pipe-max-size

    /// <summary>Where it is refused, the pipe stays as it was: slower, and as good.</summary>
    public static void Widen(Stream pipe)
    {
        if (OperatingSystem.IsLinux() && pipe is PipeStream { SafePipeHandle: { IsInvalid: false } handle })
            _ = Control(handle, SetPipeSize, Most);
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Control(SafeHandle descriptor, int command, int argument);
}
