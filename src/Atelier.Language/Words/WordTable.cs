using System.Text;

namespace Atelier.Language;

/// <summary>
/// Lower-case ASCII words with one number each, in flat arrays: the pronouncing dictionary takes 3 MB this way
/// instead of the 20 MB of a dictionary of strings. Immutable once built; look-ups allocate nothing.
/// </summary>
internal sealed class WordTable
{
    private readonly byte[] _letters;
    private readonly int[] _starts; // one more than there are words
    private readonly int[] _values;
    private readonly int[] _slots; // word number + 1, 0 = free; open addressing

    private WordTable(byte[] letters, int[] starts, int[] values, int[] slots) =>
        (_letters, _starts, _values, _slots) = (letters, starts, values, slots);

    public int Count => _values.Length;

    public ReadOnlySpan<byte> Word(int index) => _letters.AsSpan(_starts[index].._starts[index + 1]);

    public string Text(int index) => Encoding.ASCII.GetString(Word(index));

    public int Value(int index) => _values[index];

    public bool Contains(ReadOnlySpan<char> word) => IndexOf(word) >= 0;

    /// <summary>The word's number, or null for a word that is not here. The word must be folded to lower case.</summary>
    public int? Find(ReadOnlySpan<char> word) => IndexOf(word) is >= 0 and var index ? _values[index] : null;

    public int IndexOf(ReadOnlySpan<char> word)
    {
        var mask = (uint)_slots.Length - 1;
        for (var slot = Hash(word) & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
            if (Same(Word(_slots[slot] - 1), word))
                return _slots[slot] - 1;
        return -1;
    }

    private static bool Same(ReadOnlySpan<byte> known, ReadOnlySpan<char> word)
    {
        if (known.Length != word.Length)
            return false;
        for (var i = 0; i < known.Length; i++)
            if (known[i] != word[i])
                return false;
        return true;
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u; // FNV-1a
        foreach (var letter in word)
            hash = (hash ^ letter) * 16777619u;
        return hash ^ (hash >> 15);
    }

    /// <summary>Collects words; the first value given for a word stays.</summary>
    internal sealed class Builder(int expectedWords)
    {
        private readonly List<byte> _letters = new(expectedWords * 9);
        private readonly List<int> _starts = new(expectedWords + 1) { 0 };
        private readonly List<int> _values = new(expectedWords);
        private int[] _slots = new int[PowerOfTwoOver(expectedWords * 2)];

        /// <returns>True when the word is new. Words with anything but ASCII are left out.</returns>
        public bool Add(ReadOnlySpan<char> word, int value)
        {
            if (_values.Count * 2 >= _slots.Length)
                Grow();
            var mask = (uint)_slots.Length - 1;
            var letters = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_letters);
            var slot = Hash(word) & mask;
            for (; _slots[slot] != 0; slot = (slot + 1) & mask)
                if (Same(letters[_starts[_slots[slot] - 1].._starts[_slots[slot]]], word))
                    return false;
            foreach (var letter in word)
                if (letter > 127)
                    return false;
            foreach (var letter in word)
                _letters.Add((byte)letter);
            _starts.Add(_letters.Count);
            _values.Add(value);
            _slots[slot] = _values.Count;
            return true;
        }

        public int Count => _values.Count;

        public WordTable Build() => new([.. _letters], [.. _starts], [.. _values], _slots);

        private void Grow()
        {
            _slots = new int[_slots.Length * 2];
            var mask = (uint)_slots.Length - 1;
            Span<char> word = stackalloc char[256];
            for (var index = 0; index < _values.Count; index++)
            {
                var length = _starts[index + 1] - _starts[index];
                for (var i = 0; i < length; i++)
                    word[i] = (char)_letters[_starts[index] + i];
                var slot = Hash(word[..length]) & mask;
                while (_slots[slot] != 0)
                    slot = (slot + 1) & mask;
                _slots[slot] = index + 1;
            }
        }

        private static int PowerOfTwoOver(int least) =>
            (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, least));
    }
}
