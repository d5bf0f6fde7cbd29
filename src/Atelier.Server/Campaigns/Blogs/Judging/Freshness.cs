namespace Atelier.Campaigns.Blogs.Judging;

internal static class Freshness
{
    private const double FadesInDays = 180;

    /// <summary>1 today, a third after half a year.</summary>
    public static double? Of(DateTimeOffset? published, DateTimeOffset now) =>
        published is { } date ? Math.Exp(-Math.Max(0, (now - date).TotalDays) / FadesInDays) : null;

    public static double Of(PostOpenness openness) =>
        openness switch
        {
            PostOpenness.Open => 1,
            PostOpenness.Moderated => 0.8,
            PostOpenness.OpenLogin => 0.5,
            PostOpenness.Unknown => 0.4,
            _ => 0,
        };
}
