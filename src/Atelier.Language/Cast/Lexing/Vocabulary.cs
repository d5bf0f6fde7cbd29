namespace Atelier.Language.Cast.Lexing;

/// <summary>Numbers the words of one text, folded to lower case, and counts how they are written.</summary>
internal sealed class Vocabulary
{
    /// <summary>Stands for every word that came after the limit.</summary>
    public const int Other = 0;

    // A novel has 10,000 to 30,000 words. What has more is noise or a hundred novels; names are known long before.
    private const int Limit = 400_000;
    private const int LongestWord = 48;

    private int[] _slots = new int[1 << 14];
    private int[] _hashes = new int[1 << 13];
    private string[] _words = new string[1 << 13];
    private WordClass[] _classes = new WordClass[1 << 13];
    private WordUse[] _uses = new WordUse[1 << 13];
    private int _count = 1;

    public Vocabulary()
    {
        _words[Other] = "";
        foreach (var (word, kind) in WordClasses.All())
            _classes[Id(word)] |= kind;
    }

    public int Count => _count;

    public string Word(int id) => _words[Math.Max(id, Other)];

    /// <summary>False for what is not a word: marks have numbers below zero.</summary>
    public bool Is(int id, WordClass kind) => (_classes[Math.Max(id, Other)] & kind) != 0;

    public ref WordUse Use(int id) => ref _uses[id];

    public int Id(ReadOnlySpan<char> written)
    {
        Span<char> folded = stackalloc char[LongestWord];
        if (written.Length > LongestWord)
            written = written[..LongestWord];
        for (var i = 0; i < written.Length; i++)
            folded[i] = written[i] switch
            {
                >= 'a' and <= 'z' => written[i],
                '’' => '\'',
                _ => char.ToLowerInvariant(written[i]),
            };
        folded = folded[..written.Length];
        // Keyed by the process, so that no text can be made to collide.
        var hash = string.GetHashCode(folded);
        for (var slot = hash & (_slots.Length - 1); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var id = _slots[slot];
            if (id == 0)
                return _count >= Limit ? Other : Add(folded, hash, slot);
            if (_hashes[id] == hash && folded.SequenceEqual(_words[id]))
                return id;
        }
    }

    private int Add(ReadOnlySpan<char> folded, int hash, int slot)
    {
        if (_count == _words.Length)
        {
            Grow();
            slot = Free(hash);
        }
        var id = _count++;
        (_words[id], _hashes[id], _slots[slot]) = (folded.ToString(), hash, id);
        return id;
    }

    private void Grow()
    {
        var size = _words.Length * 2;
        Array.Resize(ref _words, size);
        Array.Resize(ref _hashes, size);
        Array.Resize(ref _classes, size);
        Array.Resize(ref _uses, size);
        _slots = new int[size * 2];
        for (var id = 1; id < _count; id++)
            _slots[Free(_hashes[id])] = id;
    }

    private int Free(int hash)
    {
        var slot = hash & (_slots.Length - 1);
        while (_slots[slot] != 0)
            slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }
}

/// <summary>How often a word was written in lower case, with a capital inside a sentence, and with one at its start.</summary>
internal record struct WordUse(int Lower, int Inside, int AtStart)
{
    /// <summary>Few are ever written small.</summary>
    public readonly bool LooksLikeName => Inside > 0 && Lower * 3 <= Inside + AtStart;
}
