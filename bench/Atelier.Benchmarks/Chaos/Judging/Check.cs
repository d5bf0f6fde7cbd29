namespace Atelier.Benchmarks.Chaos.Judging;

/// <summary>Something that must not be found.</summary>
internal sealed record Check(string Name, long Found, string? Example);
