namespace Atelier.Campaigns.Comments.Checking;

/// <summary>
/// The four-word runs of a text, kept as hashes so that a draft can be held against hundreds of others. The same measure as
/// <see cref="Atelier.Reading.Likeness.Shingles"/>, which compares two texts once.
/// </summary>
internal sealed class Grams
{
    private const int Length = 4;
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>In order and each once: two sorted lists are compared in one pass.</summary>
    private readonly ulong[] _grams;

    private Grams(IEnumerable<ulong> grams) => _grams = [.. grams.Distinct().Order()];

    public static Grams Of(string text) => Of(Wording.Of(text));

    public static Grams Of(IReadOnlyList<FoldedWord> words)
    {
        var hashes = new ulong[words.Count];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = HashOf(words[i].Text);
        var grams = new ulong[Math.Max(0, hashes.Length - Length + 1)];
        for (var i = 0; i < grams.Length; i++)
        {
            var gram = Offset;
            for (var j = i; j < i + Length; j++)
                gram = (gram ^ hashes[j]) * Prime + (gram >> 29);
            grams[i] = gram;
        }
        return new(grams);
    }

    public double Jaccard(Grams other)
    {
        var shared = Shared(other);
        var all = _grams.Length + other._grams.Length - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    /// <summary>Of these runs, the share that stands in the other text.</summary>
    public double OverlapIn(Grams other) => _grams.Length == 0 ? 0 : (double)Shared(other) / _grams.Length;

    private int Shared(Grams other)
    {
        var (shared, here, there) = (0, 0, 0);
        while (here < _grams.Length && there < other._grams.Length)
        {
            var (a, b) = (_grams[here], other._grams[there]);
            shared += a == b ? 1 : 0;
            here += a <= b ? 1 : 0;
            there += b <= a ? 1 : 0;
        }
        return shared;
    }

    private static ulong HashOf(string word)
    {
        var hash = Offset;
        foreach (var c in word)
            hash = (hash ^ c) * Prime;
        return hash;
    }
}
