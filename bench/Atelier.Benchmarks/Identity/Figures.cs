namespace Atelier.Benchmarks.Identity;

/// <param name="Median">Milliseconds, as is <paramref name="P99"/>.</param>
internal sealed record Figures(double PerSecond, double Median, double P99)
{
    public static Figures Of(IReadOnlyCollection<double> milliseconds, TimeSpan took)
    {
        var sorted = milliseconds.Order().ToList();
        return new(sorted.Count / took.TotalSeconds, At(0.5), At(0.99));

        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }
}
