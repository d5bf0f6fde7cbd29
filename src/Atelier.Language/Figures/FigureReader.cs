namespace Atelier.Language.Figures;

/// <summary>
/// Counts a text while it passes by, a paragraph (or a part of a long one) at a time. What it keeps has a limit, whatever
/// the length of the text.
/// </summary>
public sealed class FigureReader
{
    private const int MostDifferent = 400_000;
    private const int LongestWord = 64;
    private const int Stretch = 1000;
    private const double SilentWordsAMinute = 238;
    private const double AloudWordsAMinute = 183;

    private static readonly string[] Unparted = ["zh", "ja", "th"];

    private readonly LanguageEstimate? _language;
    private readonly LanguagePack _pack;
    private readonly Dictionary<string, Known> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stopWords;
    private readonly KeyphraseCounter _phrases;
    private readonly SentimentMeter _sentiment;
    private readonly SpeechMeter _speech = new();
    private readonly HashSet<string> _stretch = new(StringComparer.Ordinal);
    private int _characters;
    private int _letters;
    private int _count;
    private int _sentences;
    private int _longest;
    private int _paragraphs;
    private int _complex;
    private long _syllables;
    private int _stretches;
    private long _differentInStretches;
    private bool _isFull;

    public FigureReader(LanguagePack pack, FigureWords words, LanguageEstimate? language)
    {
        (_pack, _language) = (pack, language);
        _stopWords = words.StopWords(language?.Code);
        _phrases = new(_stopWords);
        _sentiment = new(IsEnglish ? words.Ratings : null);
    }

    private bool IsEnglish => _language?.Code == "en";

    /// <param name="start">Where the piece begins, in code points.</param>
    public void Add(string piece, int start, int length, bool endsParagraph)
    {
        _characters += length;
        Span<char> folded = stackalloc char[LongestWord];
        var before = 0;
        foreach (var sentence in Sentences.Split(piece))
        {
            _sentences++;
            _longest = Math.Max(_longest, sentence.Words.Count);
            foreach (var token in sentence.Words)
            {
                _speech.Pass(piece.AsSpan(before, token.Start - before));
                before = token.End;
                _speech.Word();
                var word = Fold(token.Text, folded);
                var known = Count(word, token);
                _sentiment.Add(known.Word, start + token.Start);
                _phrases.Add(known, token);
            }
            _phrases.EndSentence();
        }
        _speech.Pass(piece.AsSpan(before));
        if (endsParagraph)
        {
            _paragraphs++;
            _speech.EndParagraph();
        }
    }

    public TextFigures Finish()
    {
        var sentenceLength = _sentences == 0 ? 0 : (double)_count / _sentences;
        var notes = new List<string>();
        if (_isFull)
            notes.Add(
                $"Different words were counted up to {MostDifferent:N0}; those that came later are not among them."
            );
        if (_phrases.IsSample)
            notes.Add($"Keyphrases are from the first {KeyphraseCounter.MostWords:N0} words.");
        return new(
            new(_language?.Code, _language?.Share),
            new(_characters, _letters, _count, _sentences, _paragraphs, Math.Round(sentenceLength, 2), _longest),
            Readability(sentenceLength),
            _phrases.Best(),
            _sentiment.Finish(_count),
            _speech.Finish(),
            Vocabulary(),
            _language is { } language && Unparted.Contains(language.Code)
                ? new(null, null)
                : new(Math.Round(_count / SilentWordsAMinute, 1), Math.Round(_count / AloudWordsAMinute, 1)),
            FigureMethods.All,
            notes
        );
    }

    /// <summary>Lower case and straight apostrophes, without a new string.</summary>
    private static ReadOnlySpan<char> Fold(string word, Span<char> into)
    {
        var length = Math.Min(word.Length, into.Length);
        for (var i = 0; i < length; i++)
            into[i] = word[i] is '’' ? '\'' : char.ToLowerInvariant(word[i]);
        return into[..length];
    }

    private Known Count(ReadOnlySpan<char> word, Token token)
    {
        _count++;
        foreach (var c in token.Text)
            if (char.IsLetterOrDigit(c))
                _letters++;
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(word, out var known))
        {
            var text = word.ToString();
            known = new(
                text,
                (byte)(IsEnglish ? Math.Min(_pack.Syllables(token.Text), byte.MaxValue) : 0),
                _stopWords.Contains(text) || text.Length < 3 || token.IsNumber
            );
            if (_words.Count < MostDifferent)
                _words[text] = known;
            else
                _isFull = true;
        }
        known.Count++;
        _syllables += known.Syllables;
        if (known.Syllables >= 3)
            _complex++;
        _stretch.Add(known.Word);
        if (_count % Stretch == 0)
        {
            _differentInStretches += _stretch.Count;
            _stretches++;
            _stretch.Clear();
        }
        return known;
    }

    private List<ReadabilityScore> Readability(double sentenceLength)
    {
        var why =
            !IsEnglish ? "The formulas are made for English."
            : _count < 100 ? "The text is too short: fewer than 100 words."
            : null;
        var (words, sentences) = (Math.Max(1, _count), Math.Max(1, _sentences));
        var (syllables, letters) = ((double)_syllables / words, (double)_letters / words);
        sentenceLength = Math.Max(sentenceLength, 1);
        (string, double)[] scores =
        [
            ("fleschReadingEase", Formulas.FleschReadingEase(sentenceLength, syllables)),
            ("fleschKincaidGrade", Formulas.FleschKincaidGrade(sentenceLength, syllables)),
            ("gunningFog", Formulas.GunningFog(sentenceLength, (double)_complex / words)),
            ("smog", Formulas.Smog((double)_complex / sentences)),
            ("colemanLiau", Formulas.ColemanLiau(sentenceLength, letters)),
            ("automatedReadability", Formulas.AutomatedReadability(sentenceLength, letters)),
            ("newDaleChall", Formulas.NewDaleChall(sentenceLength, DifficultShare())),
        ];
        return
        [
            .. scores.Select(score => new ReadabilityScore(
                score.Item1,
                why is null ? Math.Round(score.Item2, 2) : null,
                why
            )),
        ];
    }

    private double DifficultShare()
    {
        if (!IsEnglish || _count == 0)
            return 0;
        long difficult = 0;
        foreach (var known in _words.Values)
            if (!_pack.IsOnDaleChallList(known.Word))
                difficult += known.Count;
        return (double)difficult / _count;
    }

    private VocabularyFigures Vocabulary() =>
        new(
            _words.Count,
            _words.Values.Count(known => known.Count == 1),
            _stretches == 0 ? null : Math.Round((double)_differentInStretches / _stretches, 1),
            [
                .. _words
                    .Values.Where(known => !known.IsStop)
                    .OrderByDescending(known => known.Count)
                    .ThenBy(known => known.Word, StringComparer.Ordinal)
                    .Take(30)
                    .Select(known => new WordCount(known.Word, known.Count)),
            ]
        );

    /// <summary>What is looked up once for every different word.</summary>
    internal sealed class Known(string word, byte syllables, bool isStop)
    {
        public string Word { get; } = word;
        public byte Syllables { get; } = syllables;

        /// <summary>Says nothing of what the text is about.</summary>
        public bool IsStop { get; } = isStop;
        public int Count { get; set; }
    }
}
