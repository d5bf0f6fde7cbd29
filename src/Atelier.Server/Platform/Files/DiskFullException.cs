using Atelier.JobEngine;

namespace Atelier.Platform.Files;

/// <summary>
/// The disk, or the account's quota on it, is full. Nothing was half-written. Thrown out of a job it is the job's
/// failure.
/// </summary>
internal sealed class DiskFullException() : JobFailure(FailureCode, "The studio's disk is full. Make room and retry.")
{
    public const string FailureCode = "disk_full";

    // errno values, which .NET passes on as the exception's HResult.
    private const int NoSpace = 28;
    private static readonly int Quota = OperatingSystem.IsMacOS() ? 69 : 122;

    public static bool IsCauseOf(IOException exception) => exception.HResult == NoSpace || exception.HResult == Quota;
}
