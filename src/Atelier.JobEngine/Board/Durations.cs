using System.Globalization;
using System.Text.Json;

namespace Atelier.JobEngine.Board;

/// <summary>How long things took, counted in buckets that each end a fifth above where they begin.</summary>
internal sealed class Durations
{
    private const double PerDoubling = 4;

    private readonly SortedDictionary<int, long> _buckets = [];
    private long _count;

    /// <param name="counts">A JSON object: how many by bucket.</param>
    public void Add(string? counts)
    {
        if (counts is null)
            return;
        using var json = JsonDocument.Parse(counts);
        foreach (var bucket in json.RootElement.EnumerateObject())
        {
            var (number, count) = (int.Parse(bucket.Name, CultureInfo.InvariantCulture), bucket.Value.GetInt64());
            _buckets[number] = _buckets.GetValueOrDefault(number) + count;
            _count += count;
        }
    }

    public void Add(Durations others)
    {
        foreach (var (number, count) in others._buckets)
            _buckets[number] = _buckets.GetValueOrDefault(number) + count;
        _count += others._count;
    }

    public Percentiles? Percentiles => _count == 0 ? null : new(At(0.5), At(0.95), At(0.99));

    private double At(double share)
    {
        var below = 0L;
        foreach (var (number, count) in _buckets)
            if ((below += count) >= share * _count)
                return Seconds(number);
        return Seconds(_buckets.Keys.Max());
    }

    // The middle of the bucket.
    private static double Seconds(int bucket) => Math.Round((Math.Pow(2, (bucket + 0.5) / PerDoubling) - 1) / 1000, 3);
}
