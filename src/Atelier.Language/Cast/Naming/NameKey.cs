namespace Atelier.Language.Cast.Naming;

/// <summary>A form of a name as word numbers: a title, if any, and up to four words.</summary>
internal readonly record struct NameKey(int Title, int First, int Second, int Third, int Fourth)
{
    public const int MostWords = 4;

    public int Words =>
        First == 0 ? 0
        : Second == 0 ? 1
        : Third == 0 ? 2
        : Fourth == 0 ? 3
        : 4;

    public int Last =>
        Fourth != 0 ? Fourth
        : Third != 0 ? Third
        : Second != 0 ? Second
        : First;

    public int this[int i] =>
        i switch
        {
            0 => First,
            1 => Second,
            2 => Third,
            _ => Fourth,
        };

    /// <summary>"Captain Dobbin" and "William Dobbin"; titles aside.</summary>
    public bool Shares(NameKey other)
    {
        for (var i = 0; i < Words; i++)
        for (var j = 0; j < other.Words; j++)
            if (this[i] == other[j])
                return true;
        return false;
    }

    public static NameKey Of(int title, ReadOnlySpan<int> words) =>
        new(title, At(words, 0), At(words, 1), At(words, 2), At(words, 3));

    private static int At(ReadOnlySpan<int> words, int i) => i < words.Length ? words[i] : 0;
}
