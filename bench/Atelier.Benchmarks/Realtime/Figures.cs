namespace Atelier.Benchmarks.Realtime;

internal static class Figures
{
    public static double Median(this IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }

    /// <param name="ordered">Ascending.</param>
    public static double At(this IReadOnlyList<double> ordered, double share) => ordered[(int)(ordered.Count * share)];
}
