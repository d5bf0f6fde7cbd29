namespace Atelier.Benchmarks.Jobs;

/// <summary>One number of one engine in one round.</summary>
/// <param name="Foreign">Cores that were busy with something else; null where it was not looked at.</param>
internal sealed record Measurement(string Engine, string What, double Value, double? Foreign = null);
