namespace Atelier.Benchmarks.Search;

/// <summary>How long questions of some kind took, and what they cost the server, in milliseconds.</summary>
internal sealed class Timings
{
    private readonly List<Asked> _all = [];

    public int Count => _all.Count;

    public IEnumerable<string> Kinds => _all.Select(one => one.Kind).Distinct();

    public void Add(string kind, TimeSpan took, TimeSpan cost, int found) =>
        _all.Add(new(kind, took.TotalMilliseconds, cost.TotalMilliseconds, found));

    public double Took(double share, string? kind = null) => At(share, kind, one => one.Took);

    public double Cost(double share, string? kind = null) => At(share, kind, one => one.Cost);

    public double Found(string kind) => _all.Where(one => one.Kind == kind).Average(one => one.Found);

    private double At(double share, string? kind, Func<Asked, double> of)
    {
        var sorted = _all.Where(one => kind is null || one.Kind == kind).Select(of).Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    private readonly record struct Asked(string Kind, double Took, double Cost, int Found);
}
