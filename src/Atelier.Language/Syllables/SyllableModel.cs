using System.Runtime.CompilerServices;

namespace Atelier.Language;

/// <summary>
/// Counts the syllables of words no dictionary has, by rules learned from one that does. Every vowel letter, and every
/// m, n or r that may stand alone ("rhythm", "didn't", "our"), carries a syllable or does not; linear scores over the
/// letters around it decide. Trained as an averaged structured perceptron (Collins, 2002) taught nothing but the whole
/// word's count, so letters and sounds need no aligning. Integer arithmetic only: the same words give the same rules
/// on any machine.
/// </summary>
internal sealed class SyllableModel
{
    private const int Buckets = 1 << 20; // of hashed features; with fewer, collisions cost 0.5 % of words
    private const int MaxLength = 40;
    private const int Epochs = 16; // for words everybody uses
    private const int KnownEpochs = 4; // for words in the frequency list
    private const int RareEpochs = 1; // for the rest of the dictionary, mostly surnames
    private const int Prior = 30; // in single lessons: how firmly the usual place of a syllable is held
    private const int Precision = 1024; // averaged weights are kept in this fraction of a lesson
    private const long Stride = 1_000_003; // prime, so every word has its turn

    // All of the work is done at once when the first word asks, before the runtime would know that it is worth compiling well.
    private const MethodImplOptions Fast = MethodImplOptions.AggressiveOptimization;

    private readonly int[] _weights = new int[Buckets];

    /// <param name="frequencies">The commoner a word, the more often it is gone over.</param>
    /// <param name="accept">Which words of the table to learn from; all when null.</param>
    [MethodImpl(Fast)]
    public static SyllableModel Train(WordTable words, WordTable frequencies, Func<int, bool>? accept = null)
    {
        var model = new SyllableModel();
        var ages = new long[Buckets]; // changes times the turn they were made in, for the average
        var age = 0;
        var reading = new Reading(model._weights, 1);
        Span<char> spelled = stackalloc char[MaxLength];
        var lessons = new int[words.Count];
        var kept = new int[]?[words.Count]; // what was read of words that come again
        for (var i = 0; i < words.Count; i++)
        {
            var letters = words.Word(i);
            if (letters.Length > MaxLength || accept?.Invoke(i) == false)
                continue;
            for (var at = 0; at < letters.Length; at++)
                spelled[at] = (char)letters[at];
            lessons[i] = frequencies.Find(spelled[..letters.Length]) switch
            {
                null => RareEpochs,
                < SyllableCounter.CommonWord => KnownEpochs,
                _ => Epochs,
            };
        }
        for (var epoch = 0; epoch < Epochs; epoch++)
        for (var turn = 0; turn < words.Count; turn++)
        {
            var i = (int)(turn * Stride % words.Count); // neighbours in the alphabet are too alike to learn in a row
            if (epoch >= lessons[i])
                continue;
            age++;
            if (kept[i] is { } features)
                reading.Recall(features);
            else
                reading.Begin(words.Word(i));
            if (epoch == 0 && lessons[i] > 1)
                kept[i] = reading.Keep();
            if (reading.Guess() != words.Value(i))
                reading.Learn(words.Value(i), ages, age);
        }
        for (var i = 0; i < ages.Length; i++)
            model._weights[i] = (int)(model._weights[i] * (long)Precision - ages[i] * Precision / Math.Max(1, age));
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
        var reading = new Reading(_weights, Precision);
        return reading.Begin(letters[..length]) ? Math.Max(1, reading.Guess()) : null;
    }

    internal static bool IsVowel(int letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>One word at a time: where syllables may stand, what surrounds each place, and its score.</summary>
    private sealed class Reading(int[] weights, int unit)
    {
        public static readonly (int Left, int Right)[] Windows =
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
            (0, 0),
            (1, 1),
            (2, 1),
            (2, 2),
            (1, 2),
            (3, 2),
            (1, 3),
        ];

        private const int Plain = 25; // windows from here on also know how many vowel groups stand before
        private const int Widest = 6; // letters that a window reaches to either side
        private const int Place = 33; // numbers a place takes: what is likely there, then its windows' features
        private readonly uint[] _letters = new uint[Widest + MaxLength + Widest];
        private readonly int[] _features = new int[MaxLength * Place];
        private readonly int[] _scores = new int[MaxLength];
        private readonly int[] _order = new int[MaxLength];
        private int _places;

        /// <returns>False for a word without any vowel letter, in which no syllable has a place.</returns>
        [MethodImpl(Fast)]
        public bool Begin(ReadOnlySpan<byte> word)
        {
            _places = 0;
            var vowels = false;
            if (word.Length > MaxLength)
                word = word[..MaxLength];
            Spread(word);
            for (var i = 0; i < word.Length; i++)
            {
                var next = i + 1 < word.Length ? word[i + 1] : (byte)' ';
                var vowel = IsVowel(word[i]);
                vowels |= vowel;
                if (
                    vowel
                    || i > 0 && (word[i] is (byte)'m' or (byte)'r' && !IsVowel(next) || word[i] == 'n' && next == '\'')
                )
                    Describe(word, i);
            }
            if (!vowels)
                _places = 0;
            Score();
            return vowels;
        }

        public int[] Keep() => _features[..(_places * Place)];

        /// <summary>Begins with a word again, from what was kept of it.</summary>
        public void Recall(int[] kept)
        {
            kept.CopyTo(_features, 0);
            _places = kept.Length / Place;
            Score();
        }

        /// <summary>With room on both sides, so that windows need not ask where the word ends.</summary>
        private void Spread(ReadOnlySpan<byte> word)
        {
            _letters.AsSpan(0, Widest).Fill(1);
            for (var i = 0; i < word.Length; i++)
                _letters[Widest + i] = word[i];
            _letters.AsSpan(Widest + word.Length, Widest).Fill(2);
        }

        [MethodImpl(Fast)]
        private void Describe(ReadOnlySpan<byte> word, int at)
        {
            // What is likely before anything is learned: one syllable to a group of vowels, none to a last e.
            var likely =
                IsVowel(word[at]) && (at == 0 || !IsVowel(word[at - 1])) && !(word[at] == 'e' && at == word.Length - 1);
            var place = _features.AsSpan(_places * Place, Place);
            place[0] = (likely ? Prior : -Prior) * unit;
            var groups = 0u;
            for (var i = 1; i < at; i++)
                groups += IsVowel(word[i - 1]) && !IsVowel(word[i]) ? 1u : 0;
            var windows = Windows.AsSpan();
            for (var w = 0; w < windows.Length; w++)
            {
                var (left, right) = windows[w];
                var hash = 2166136261u + (uint)w * 7919u;
                if (w >= Plain)
                    hash = (hash ^ Math.Min(groups, 2)) * 16777619u;
                foreach (var letter in _letters.AsSpan(Widest + at - left, left + 1 + right))
                    hash = (hash ^ letter) * 16777619u;
                hash = (hash ^ (hash >> 13)) * 0x5bd1e995u;
                place[1 + w] = (int)((hash ^ (hash >> 15)) % Buckets);
            }
            _places++;
        }

        [MethodImpl(Fast)]
        private void Score()
        {
            for (var i = 0; i < _places; i++)
            {
                var place = _features.AsSpan(i * Place, Place);
                var score = place[0];
                foreach (var feature in place[1..])
                    score += weights[feature];
                (_scores[i], _order[i]) = (score, i);
            }
        }

        [MethodImpl(Fast)]
        public int Guess()
        {
            var count = 0;
            foreach (var score in _scores.AsSpan(0, _places))
                count += score > 0 ? 1 : 0;
            return count;
        }

        /// <summary>The likeliest places for the true count should have won: raise those that lost, lower the others.</summary>
        [MethodImpl(Fast)]
        public void Learn(int syllables, long[] ages, int age)
        {
            if (syllables > _places)
                return;
            var order = _order.AsSpan(0, _places);
            order.Sort((a, b) => _scores[a] != _scores[b] ? _scores[b].CompareTo(_scores[a]) : a.CompareTo(b));
            for (var i = 0; i < _places; i++)
            {
                var change = (i < syllables, _scores[order[i]] > 0) switch
                {
                    (true, false) => 1,
                    (false, true) => -1,
                    _ => 0,
                };
                if (change == 0)
                    continue;
                foreach (var feature in _features.AsSpan(order[i] * Place + 1, Place - 1))
                {
                    weights[feature] += change;
                    ages[feature] += change * age;
                }
            }
        }
    }
}
