namespace Atelier.Platform.Files;

/// <summary>The disk (or the account's quota on it) is full. Nothing was half-written.</summary>
internal sealed class DiskFullException(IOException inner) : IOException("The disk is full.", inner)
{
    public const string FailureCode = "disk_full";

    // errno values, which .NET passes on as the exception's HResult.
    private const int NoSpace = 28;
    private static readonly int Quota = OperatingSystem.IsMacOS() ? 69 : 122;

    public static bool IsCauseOf(IOException exception) =>
        exception.HResult == NoSpace || exception.HResult == Quota || exception is DiskFullException;
}
