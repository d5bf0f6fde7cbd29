namespace Atelier.Library.Mirrors;

/// <summary>How long to leave alone what did not work: twice as long each time, within bounds.</summary>
internal static class MirrorPauses
{
    private static readonly TimeSpan LongestOfMirror = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestOfDocument = TimeSpan.FromHours(6);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <param name="failures">In a row before this one.</param>
    public static TimeSpan OfMirror(int failures, TimeSpan? asked) =>
        asked is { } wish && wish > TimeSpan.Zero
            ? Least(wish, LongestAsked)
            : Doubled(TimeSpan.FromSeconds(1), failures, LongestOfMirror);

    public static TimeSpan OfDocument(int attempts) => Doubled(TimeSpan.FromSeconds(30), attempts, LongestOfDocument);

    private static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest) =>
        Least(first * Math.Pow(2, Math.Min(times, 20)), longest);

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
