namespace Atelier.Language;

/// <summary>
/// Counts the syllables of words no dictionary has, by rules learned from one that does. Every vowel letter, and every
/// m that may stand alone as in "rhythm", carries 0, 1 or 2 syllables; linear scores over the letters around it decide.
/// Trained as a structured perceptron whose only teaching is the whole word's count (Collins, 2002), so no alignment of
/// letters and sounds is needed. Same words in, same model out, on any machine: all arithmetic is in integers.
/// </summary>
internal sealed class SyllableModel
{
    private const int Labels = 3;
    private const int Buckets = 1 << 20;
    private const int Epochs = 4;
    private const int MaxLength = 40;
    private const long Stride = 1_000_003; // prime, so every word has its turn
    private const int NotPossible = int.MinValue / 4;

    private readonly int[] _weights = new int[Buckets * Labels];

    /// <param name="accept">Which words of the table to learn from; all when null.</param>
    public static SyllableModel Train(WordTable words, Func<int, bool>? accept = null)
    {
        var model = new SyllableModel();
        var sums = new long[Buckets * Labels]; // weights times the age of their change, for the average
        var age = 0;
        var reader = new Reading(model._weights);
        for (var epoch = 0; epoch < Epochs; epoch++)
        for (var turn = 0; turn < words.Count; turn++)
        {
            var i = (int)(turn * Stride % words.Count); // neighbours in the alphabet are too much alike to learn from in a row
            if (accept is not null && !accept(i))
                continue;
            age++;
            if (reader.Begin(words.Word(i)) && reader.Best() != words.Value(i) && reader.BestWith(words.Value(i)))
                reader.Learn(sums, age);
        }
        for (var i = 0; i < sums.Length; i++)
            model._weights[i] = (int)(model._weights[i] * 1024L - sums[i] * 1024 / Math.Max(1, age));
        return model;
    }

    /// <param name="word">Lower-case ASCII letters and apostrophes.</param>
    /// <returns>1 or more; null for a word without any vowel letter.</returns>
    public int? Count(ReadOnlySpan<char> word)
    {
        Span<byte> letters = stackalloc byte[MaxLength];
        var length = Math.Min(word.Length, MaxLength);
        for (var i = 0; i < length; i++)
            letters[i] = (byte)word[i];
        var reader = new Reading(_weights);
        return reader.Begin(letters[..length]) ? Math.Max(1, reader.Best()) : null;
    }

    internal static bool IsVowel(byte letter) =>
        letter is (byte)'a' or (byte)'e' or (byte)'i' or (byte)'o' or (byte)'u' or (byte)'y';

    /// <summary>One word at a time: its sites, their features and their labels.</summary>
    private sealed class Reading(int[] weights)
    {
        private static readonly (int Left, int Right)[] Windows =
        [
            (0, 0),
            (1, 0),
            (0, 1),
            (1, 1),
            (2, 0),
            (0, 2),
            (2, 1),
            (1, 2),
            (2, 2),
            (3, 0),
            (0, 3),
            (3, 1),
            (1, 3),
            (3, 2),
            (2, 3),
            (3, 3),
            (4, 0),
            (0, 4),
            (4, 1),
            (1, 4),
            (4, 4),
            (0, 5),
            (5, 0),
            (1, 6),
            (6, 1),
        ];

        private readonly int[] _features = new int[MaxLength * 32];
        private readonly int[] _scores = new int[MaxLength * Labels];
        private readonly byte[] _guess = new byte[MaxLength];
        private readonly byte[] _truth = new byte[MaxLength];
        private int _sites;

        public bool Begin(ReadOnlySpan<byte> word)
        {
            _sites = 0;
            var vowels = false;
            if (word.Length > MaxLength)
                word = word[..MaxLength];
            for (var i = 0; i < word.Length; i++)
            {
                var vowel = IsVowel(word[i]);
                vowels |= vowel;
                if (!vowel && !(word[i] == 'm' && i > 0))
                    continue;
                Describe(word, i, _features.AsSpan(_sites * Windows.Length, Windows.Length));
                Score(word, i);
                _sites++;
            }
            return vowels;
        }

        private void Score(ReadOnlySpan<byte> word, int at)
        {
            // What is likely before anything is learned: one syllable to a group of vowels, none to a last e.
            var first =
                IsVowel(word[at]) && (at == 0 || !IsVowel(word[at - 1])) && !(word[at] == 'e' && at == word.Length - 1);
            int none = first ? 0 : 2,
                one = first ? 2 : 0,
                two = -6;
            foreach (var feature in _features.AsSpan(_sites * Windows.Length, Windows.Length))
            {
                none += weights[feature];
                one += weights[feature + 1];
                two += weights[feature + 2];
            }
            (_scores[_sites * Labels], _scores[_sites * Labels + 1], _scores[_sites * Labels + 2]) = (none, one, two);
        }

        private static void Describe(ReadOnlySpan<byte> word, int at, Span<int> features)
        {
            for (var w = 0; w < Windows.Length; w++)
            {
                var (left, right) = Windows[w];
                var hash = 2166136261u + (uint)w * 7919u;
                for (var i = at - left; i <= at + right; i++)
                    hash =
                        (
                            hash
                            ^ (
                                i < 0 ? 1u
                                : i >= word.Length ? 2u
                                : word[i]
                            )
                        ) * 16777619u;
                hash ^= hash >> 13;
                hash *= 0x5bd1e995u;
                features[w] = (int)((hash ^ (hash >> 15)) % Buckets) * Labels;
            }
        }

        /// <summary>The best label of every site, and their sum.</summary>
        public int Best()
        {
            var sum = 0;
            for (var site = 0; site < _sites; site++)
            {
                var scores = _scores.AsSpan(site * Labels, Labels);
                var label = scores[1] > scores[0] ? 1 : 0;
                if (scores[2] > scores[label])
                    label = 2;
                _guess[site] = (byte)label;
                sum += label;
            }
            return sum;
        }

        /// <summary>The best labels among those with this sum; false when no labels reach it.</summary>
        public bool BestWith(int sum)
        {
            if (sum > _sites * 2 || sum >= MaxLength)
                return false;
            Span<int> reach = stackalloc int[(MaxLength + 1) * MaxLength];
            Span<byte> chosen = stackalloc byte[(MaxLength + 1) * MaxLength];
            reach.Fill(NotPossible);
            reach[0] = 0;
            for (var site = 0; site < _sites; site++)
            for (var total = 0; total <= sum; total++)
            for (var label = 0; label < Labels && label <= total; label++)
            {
                var before = reach[site * MaxLength + total - label];
                ref var best = ref reach[(site + 1) * MaxLength + total];
                if (before == NotPossible || before + _scores[site * Labels + label] <= best)
                    continue;
                best = before + _scores[site * Labels + label];
                chosen[(site + 1) * MaxLength + total] = (byte)label;
            }
            if (reach[_sites * MaxLength + sum] == NotPossible)
                return false;
            for (int site = _sites, total = sum; site > 0; site--)
            {
                _truth[site - 1] = chosen[site * MaxLength + total];
                total -= _truth[site - 1];
            }
            return true;
        }

        public void Learn(long[] sums, int age)
        {
            for (var site = 0; site < _sites; site++)
            {
                if (_guess[site] == _truth[site])
                    continue;
                foreach (var feature in _features.AsSpan(site * Windows.Length, Windows.Length))
                {
                    weights[feature + _truth[site]]++;
                    sums[feature + _truth[site]] += age;
                    weights[feature + _guess[site]]--;
                    sums[feature + _guess[site]] -= age;
                }
            }
        }
    }
}
