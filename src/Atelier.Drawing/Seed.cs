namespace Atelier.Drawing;

/// <summary>
/// The one source of chance: SplitMix64 (Steele, Lea and Flood, 2014), so a seed gives the same numbers on every
/// machine and runtime. Sub-seeds by name keep one part of a picture from disturbing another.
/// </summary>
public struct Seed(ulong state)
{
    private ulong _state = state;

    public readonly Seed For(string name)
    {
        var hash = 14695981039346656037UL ^ _state; // FNV-1a, started from the parent
        foreach (var c in name)
            hash = (hash ^ c) * 1099511628211UL;
        return new Seed(Mix(hash));
    }

    public readonly Seed For(string name, int index) => For(name + "#" + index);

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15UL);

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + (high - low) * Unit();

    /// <summary>Uniform in [0, <paramref name="count"/>).</summary>
    public int Below(int count) => (int)(Unit() * count);

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
